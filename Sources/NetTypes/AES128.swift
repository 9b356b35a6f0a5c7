import CCrypto

/// AES with keys of 128 bits, by OpenSSL's libcrypto: what it takes to read the first packets of QUIC, whose keys
/// anybody who sees them can derive (RFC 9001 section 5.2). Nothing is kept secret with it.
///
/// It lives in the cellar because libcrypto has one home.
@safe
public enum AES128 {
    /// Bytes of a key and of a block.
    public static let size = 16
    /// Bytes of the tag of AES-GCM.
    public static let tagSize = 16
    /// Bytes of the nonce of AES-GCM.
    public static let nonceSize = 12

    /// Encrypts one block as it is (ECB). Nil when key or block have not 16 bytes.
    public static func encrypt(_ block: [UInt8], key: [UInt8]) -> [UInt8]? {
        guard block.count == size, key.count == size else { return nil }
        guard let context = unsafe EVP_CIPHER_CTX_new() else { return nil }
        defer { unsafe EVP_CIPHER_CTX_free(context) }
        var output = [UInt8](repeating: 0, count: 2 * size)
        var length: Int32 = 0
        guard unsafe EVP_EncryptInit_ex(context, EVP_aes_128_ecb(), nil, key, nil) == 1,
            unsafe EVP_EncryptUpdate(context, &output, &length, block, Int32(size)) == 1,
            length == Int32(size)
        else { return nil }
        return Array(output.prefix(size))
    }

    /// Decrypts and verifies (AES-GCM, NIST SP 800-38D). `sealed` is the text and behind it the tag. Nil when the tag
    /// is wrong, or key or nonce have the wrong length.
    public static func open(
        _ sealed: [UInt8], key: [UInt8], nonce: [UInt8], authenticating header: [UInt8]
    ) -> [UInt8]? {
        let count = sealed.count - tagSize
        guard key.count == size, nonce.count == nonceSize, count >= 0, count <= 1 << 20,
            header.count <= 1 << 20,
            let context = unsafe EVP_CIPHER_CTX_new()
        else { return nil }
        defer { unsafe EVP_CIPHER_CTX_free(context) }
        var tag = Array(sealed.suffix(tagSize))
        var output = [UInt8](repeating: 0, count: count + size)
        var length: Int32 = 0
        // Lengths were checked above, and the output has a block more than the text, so libcrypto stays within both.
        guard unsafe EVP_DecryptInit_ex(context, EVP_aes_128_gcm(), nil, key, nonce) == 1,
            unsafe EVP_DecryptUpdate(context, nil, &length, header, Int32(header.count)) == 1,
            unsafe EVP_DecryptUpdate(context, &output, &length, sealed, Int32(count)) == 1,
            length == Int32(count),
            unsafe EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tagSize), &tag) == 1
        else { return nil }
        var rest = [UInt8](repeating: 0, count: size)
        guard unsafe EVP_DecryptFinal_ex(context, &rest, &length) == 1 else { return nil }
        return Array(output.prefix(count))
    }
}
