import NetTypes

/// Community ID version 1 with seed 0: the same text for the same flow in every tool that follows its
/// specification. `1:` and the Base64 of SHA-1 over seed, addresses, protocol, a zero byte, and ports.
struct CommunityID {
    private let digest = Digest(.sha1)

    /// The text for a flow; `oneWay` for ICMP messages without an answer, whose ends are not sorted.
    func text(_ client: Endpoint, _ server: Endpoint, _ transport: TransportProtocol, oneWay: Bool) -> String
    {
        let inOrder = oneWay || !(server < client)
        let (first, second) = inOrder ? (client, server) : (server, client)
        var bytes: [UInt8] = [0, 0]
        bytes += first.address.bytes
        bytes += second.address.bytes
        bytes += [transport.rawValue, 0]
        if Self.hasPorts(transport) {
            for port in [first.port, second.port] {
                bytes += [UInt8(port >> 8), UInt8(truncatingIfNeeded: port)]
            }
        }
        digest.update(bytes.span)
        return "1:" + Self.base64(digest.finish())
    }

    private static func hasPorts(_ transport: TransportProtocol) -> Bool {
        [.tcp, .udp, .sctp, .icmp, .icmpv6].contains(transport)
    }

    /// Base64 with padding (RFC 4648 section 4).
    private static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let word = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                text.append(
                    place <= group.count ? alphabet[word >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
