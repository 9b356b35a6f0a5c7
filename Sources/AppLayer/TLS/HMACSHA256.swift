import NetTypes

/// HMAC-SHA256 (RFC 2104), and the key derivation of TLS 1.3 on top of it (RFC 5869, RFC 8446 section 7.1).
enum HMACSHA256 {
    private static let blockSize = 64

    /// The code of a message under a key.
    static func code(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        var block = key.count > blockSize ? Digest.of(key.span) : key
        block += [UInt8](repeating: 0, count: blockSize - block.count)
        let inner = block.map { $0 ^ 0x36 } + message
        let outer = block.map { $0 ^ 0x5c } + Digest.of(inner.span)
        return Digest.of(outer.span)
    }

    /// HKDF-Expand-Label without a context. `length` is at most 32, so that one round gives it.
    static func expand(_ secret: [UInt8], label: String, length: UInt8) -> [UInt8] {
        let label = Array("tls13 \(label)".utf8)
        let info = [0, length, UInt8(truncatingIfNeeded: label.count)] + label + [0, 1]
        return Array(code(info, key: secret).prefix(Int(length)))
    }
}
