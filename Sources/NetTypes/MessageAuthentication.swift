import CCrypto

/// Keyed digests by OpenSSL's libcrypto: who has the key can tell that a message is whole and from whom it is (RFC 2104).
public enum MessageAuthentication {
    /// HMAC-SHA256 of a message under a key of any length: 32 bytes.
    public static func sha256(_ message: Span<UInt8>, key: Span<UInt8>) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        // Safe: all three pointers live only for this call, which writes the 32 bytes of a SHA-256.
        let isMade = unsafe output.withUnsafeMutableBufferPointer { output in
            unsafe message.withUnsafeBufferPointer { message in
                unsafe key.withUnsafeBufferPointer { key in
                    unsafe HMAC(
                        EVP_sha256(), key.baseAddress, Int32(clamping: key.count), message.baseAddress,
                        message.count, output.baseAddress, &length) != nil
                }
            }
        }
        precondition(isMade && length == 32, "libcrypto does not offer HMAC-SHA256")
        return output
    }
}
