import CCrypto

/// The public half of an Ed25519 key (RFC 8032), by OpenSSL's libcrypto: says whether a signature is of its owner.
///
/// It lives in the cellar because libcrypto has one home.
public struct VerifyingKey: Equatable, Sendable {
    /// Bytes of a key.
    public static let size = 32
    /// Bytes of a signature.
    public static let signatureSize = 64

    /// The key as RFC 8032 writes it.
    public let bytes: [UInt8]

    /// A key from its bytes; nil when they are not as many as a key has.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        self.bytes = bytes
    }

    /// True when `signature` was made of exactly this message with the private half of the key. Total.
    public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        // Safe: libcrypto copies the key, reads message and signature within the lengths given, and keeps neither;
        // key and context are freed here.
        guard signature.count == Self.signatureSize,
            let key = unsafe EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, bytes, bytes.count)
        else { return false }
        defer { unsafe EVP_PKEY_free(key) }
        guard let context = unsafe EVP_MD_CTX_new() else { return false }
        defer { unsafe EVP_MD_CTX_free(context) }
        return unsafe EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
            && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
}
