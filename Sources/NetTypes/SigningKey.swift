import CCrypto

/// The private half of an Ed25519 key (RFC 8032), by OpenSSL's libcrypto: signs. Whoever has its bytes can sign.
///
/// It lives in the cellar because libcrypto has one home.
public struct SigningKey: Sendable {
    /// The 32 bytes that the key is made of.
    public let bytes: [UInt8]
    /// The public half.
    public let verifyingKey: VerifyingKey

    /// A key from its 32 bytes; nil when they are not as many.
    public init?(_ bytes: [UInt8]) {
        // Safe: libcrypto copies the bytes, and writes the public half into a buffer of the length given.
        guard bytes.count == VerifyingKey.size,
            let key = unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, bytes, bytes.count)
        else { return nil }
        defer { unsafe EVP_PKEY_free(key) }
        var half = [UInt8](repeating: 0, count: VerifyingKey.size)
        var length = half.count
        guard unsafe EVP_PKEY_get_raw_public_key(key, &half, &length) == 1, length == half.count,
            let verifyingKey = VerifyingKey(half)
        else { return nil }
        self.bytes = bytes
        self.verifyingKey = verifyingKey
    }

    /// A key that nobody has had before; nil when the system gives no random bytes.
    public static func generate() -> SigningKey? {
        var bytes = [UInt8](repeating: 0, count: VerifyingKey.size)
        // Safe: libcrypto writes as many bytes as the buffer has. Any 32 random bytes are a key (RFC 8032, 5.1.5).
        guard unsafe RAND_priv_bytes(&bytes, Int32(bytes.count)) == 1 else { return nil }
        return SigningKey(bytes)
    }

    /// The signature of a message; nil when libcrypto has no memory.
    public func sign(_ message: [UInt8]) -> [UInt8]? {
        guard let key = unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, bytes, bytes.count) else {
            return nil
        }
        defer { unsafe EVP_PKEY_free(key) }
        guard let context = unsafe EVP_MD_CTX_new() else { return nil }
        defer { unsafe EVP_MD_CTX_free(context) }
        var signature = [UInt8](repeating: 0, count: VerifyingKey.signatureSize)
        var length = signature.count
        // Safe: the message is read within its length, and the signature written within the buffer's.
        guard unsafe EVP_DigestSignInit(context, nil, nil, nil, key) == 1,
            unsafe EVP_DigestSign(context, &signature, &length, message, message.count) == 1,
            length == signature.count
        else { return nil }
        return signature
    }
}
