import NetTypes

/// Protects Initial packets of QUIC under the keys of one direction (RFC 9001 section 5), with an AES-GCM of its own
/// on top of single blocks: an independent check of what opens them.
public struct QUICSealer: Sendable {
    private let key: [UInt8]
    private let iv: [UInt8]
    private let headerKey: [UInt8]

    /// A sealer with the key of packets (16 bytes), what their nonces begin from (12), and the key of headers (16).
    public init(key: [UInt8], iv: [UInt8], headerKey: [UInt8]) {
        self.key = key
        self.iv = iv
        self.headerKey = headerKey
    }

    /// A packet with these frames; `type` is the number that its version has for Initial packets.
    public func initial(
        _ frames: [UInt8], destination: [UInt8], source: [UInt8] = [], version: UInt32 = 1, number: Int = 0,
        type: UInt8 = 0, token: [UInt8] = []
    ) -> [UInt8] {
        let text = frames + [UInt8](repeating: 0, count: max(0, 24 - frames.count))
        let width = 2
        let length = width + text.count + 16
        var header = [0xc0 | type << 4 | UInt8(width - 1)] + TLSBytes.number(Int(version), 4)
        header += TLSBytes.vector(destination, 1) + TLSBytes.vector(source, 1)
        if type == (version == 0x6b33_43cf ? 1 : 0) { header += [UInt8(token.count)] + token }
        header += TLSBytes.number(0x4000 | length, 2)
        let start = header.count
        header += TLSBytes.number(number, width)
        var nonce = iv
        nonce[11] ^= UInt8(number & 0xff)
        nonce[10] ^= UInt8(number >> 8 & 0xff)
        var packet = header + Self.seal(text, key, nonce, header)
        let sample = Array(packet[start + 4..<start + 20])
        let mask = AES128.encrypt(sample, key: headerKey) ?? []
        packet[0] ^= mask[0] & 0x0f
        for index in 0..<width { packet[start + index] ^= mask[1 + index] }
        return packet
    }

    /// A CRYPTO frame.
    public static func crypto(_ bytes: some Collection<UInt8>, at offset: Int) -> [UInt8] {
        [6] + TLSBytes.number(0x8000_0000 | offset, 4) + TLSBytes.number(0x4000 | bytes.count, 2)
            + Array(bytes)
    }

    /// AES-GCM (NIST SP 800-38D): the text encrypted, and the tag.
    public static func seal(_ text: [UInt8], _ key: [UInt8], _ nonce: [UInt8], _ header: [UInt8]) -> [UInt8] {
        func block(_ counter: Int) -> [UInt8] {
            AES128.encrypt(nonce + TLSBytes.number(counter, 4), key: key) ?? []
        }
        var output: [UInt8] = []
        for start in stride(from: 0, to: text.count, by: 16) {
            let stream = block(2 + start / 16)
            output += zip(text[start...].prefix(16), stream).map { $0 ^ $1 }
        }
        let hash = AES128.encrypt([UInt8](repeating: 0, count: 16), key: key) ?? []
        var sum = [UInt8](repeating: 0, count: 16)
        let lengths = TLSBytes.number(header.count * 8, 8) + TLSBytes.number(output.count * 8, 8)
        for part in [header, output, lengths] {
            for start in stride(from: 0, to: part.count, by: 16) {
                for (index, byte) in part[start...].prefix(16).enumerated() { sum[index] ^= byte }
                sum = product(sum, hash)
            }
        }
        return output + zip(sum, block(1)).map { $0 ^ $1 }
    }

    /// The product in the field of GCM.
    private static func product(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: 16)
        var value = right
        for bit in 0..<128 {
            if left[bit / 8] >> (7 - bit % 8) & 1 == 1 { result = zip(result, value).map { $0 ^ $1 } }
            let isOdd = value[15] & 1 == 1
            for index in (1..<16).reversed() { value[index] = value[index] >> 1 | value[index - 1] << 7 }
            value[0] >>= 1
            if isOdd { value[0] ^= 0xe1 }
        }
        return result
    }
}
