import NetTypes

/// Community ID version 1 with seed 0: the same text for the same flow in every tool that follows its
/// specification. `1:` and the Base64 of SHA-1 over seed, addresses, protocol, a zero byte, and ports.
struct CommunityID {
    private let digest = Digest(.sha1)
    /// Reused for each flow.
    private var buffer: [UInt8] = []

    /// The text for a flow; `oneWay` for ICMP messages without an answer, whose ends are not sorted.
    mutating func text(
        _ client: Endpoint, _ server: Endpoint, _ transport: TransportProtocol, oneWay: Bool
    ) -> String {
        encode(bytes(client, server, transport, oneWay: oneWay))
    }

    /// The 20 bytes that the text is made of.
    mutating func bytes(
        _ client: Endpoint, _ server: Endpoint, _ transport: TransportProtocol, oneWay: Bool
    ) -> [UInt8] {
        let inOrder = oneWay || !(server < client)
        let (first, second) = inOrder ? (client, server) : (server, client)
        buffer.removeAll(keepingCapacity: true)
        buffer.append(0)
        buffer.append(0)
        first.address.write(to: &buffer)
        second.address.write(to: &buffer)
        buffer.append(transport.rawValue)
        buffer.append(0)
        if Self.hasPorts(transport) {
            append(first.port)
            append(second.port)
        }
        digest.update(buffer.span)
        return digest.finish()
    }

    private mutating func append(_ port: UInt16) {
        buffer.append(UInt8(port >> 8))
        buffer.append(UInt8(truncatingIfNeeded: port))
    }

    private static func hasPorts(_ transport: TransportProtocol) -> Bool {
        switch transport {
        case .tcp, .udp, .sctp, .icmp, .icmpv6: true
        default: false
        }
    }

    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The version, and Base64 with padding (RFC 4648 section 4).
    private mutating func encode(_ bytes: [UInt8]) -> String {
        buffer.removeAll(keepingCapacity: true)
        buffer.append(UInt8(ascii: "1"))
        buffer.append(UInt8(ascii: ":"))
        var at = 0
        while at < bytes.count {
            let count = min(3, bytes.count - at)
            var word = 0
            for offset in 0..<3 { word = word << 8 | (offset < count ? Int(bytes[at + offset]) : 0) }
            for place in 0..<4 {
                buffer.append(
                    place <= count ? Self.alphabet[word >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
            at += 3
        }
        return String(decoding: buffer, as: UTF8.self)
    }
}
