import NetTypes

/// Makes the header of a datagram out of that of its fragments.
public enum DatagramHeader {
    private enum IPv4 {
        static let totalLength = 2
        static let flagsAndOffset = 6
        static let transport = 9
        static let checksum = 10
        static let length = 20
    }

    private enum IPv6 {
        static let payloadLength = 4
        static let nextHeader = 6
        static let length = 40
        static let fragment: UInt8 = 44
        static let fragmentLength = 8
        static let authentication: UInt8 = 51
    }

    /// The header of the whole datagram, as if it had never been cut: `header` is what
    /// `Packet.networkHeader` of a fragment covers, `payloadLength` the bytes of the datagram after it,
    /// `transport` what they are.
    ///
    /// Length, fragment fields and checksum (IPv4), or length and last next-header field (IPv6), are set.
    /// Nil when `header` is no such header, or when the datagram would be longer than its length field can
    /// say.
    public static func rebuilt(
        header: [UInt8], payloadLength: Int, transport: TransportProtocol
    ) -> [UInt8]? {
        guard (0...Int(UInt16.max)).contains(payloadLength), let first = header.first else { return nil }
        return switch first >> 4 {
        case 4: rebuiltIPv4(header, payloadLength, transport)
        case 6: rebuiltIPv6(header, payloadLength, transport)
        default: nil
        }
    }

    private static func rebuiltIPv4(
        _ header: [UInt8], _ payloadLength: Int, _ transport: TransportProtocol
    ) -> [UInt8]? {
        guard header.count >= IPv4.length, header.count == Int(header[0] & 0x0f) * 4,
            let totalLength = UInt16(exactly: header.count + payloadLength)
        else { return nil }
        var whole = header
        put(totalLength, at: IPv4.totalLength, into: &whole)
        put(0, at: IPv4.flagsAndOffset, into: &whole)
        whole[IPv4.transport] = transport.rawValue
        put(0, at: IPv4.checksum, into: &whole)
        put(~InternetChecksum.sum(whole.span), at: IPv4.checksum, into: &whole)
        return whole
    }

    private static func rebuiltIPv6(
        _ header: [UInt8], _ payloadLength: Int, _ transport: TransportProtocol
    ) -> [UInt8]? {
        guard header.count >= IPv6.length,
            let length = UInt16(exactly: header.count - IPv6.length + payloadLength),
            let field = lastNextHeader(header), header[field] == IPv6.fragment
        else { return nil }
        var whole = header
        put(length, at: IPv6.payloadLength, into: &whole)
        whole[field] = transport.rawValue
        return whole
    }

    /// Where the next-header field lies that speaks of what follows `header`; nil when the headers in it do
    /// not end where it ends.
    private static func lastNextHeader(_ header: [UInt8]) -> Int? {
        var field = IPv6.nextHeader
        var at = IPv6.length
        while at + 1 < header.count {
            let units = Int(header[at + 1])
            let length =
                switch header[field] {
                // An atomic fragment header; its second byte is reserved and says no length.
                case IPv6.fragment: IPv6.fragmentLength
                case IPv6.authentication: (units + 2) * 4
                default: (units + 1) * 8
                }
            field = at
            at += length
        }
        return at == header.count ? field : nil
    }

    private static func put(_ value: UInt16, at offset: Int, into bytes: inout [UInt8]) {
        bytes[offset] = UInt8(value >> 8)
        bytes[offset + 1] = UInt8(value & 0xff)
    }
}
