/// What an IP packet carries: a number of IANA's protocol registry. Open, since the wire may say any.
public struct TransportProtocol: RawRepresentable, Hashable, Codable, Sendable, CustomStringConvertible {
    /// IANA's protocol number.
    public let rawValue: UInt8

    /// A protocol by number.
    @inlinable
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// ICMP for IPv4 (RFC 792).
    @inlinable public static var icmp: TransportProtocol { TransportProtocol(rawValue: 1) }
    /// TCP (RFC 9293).
    @inlinable public static var tcp: TransportProtocol { TransportProtocol(rawValue: 6) }
    /// UDP (RFC 768).
    @inlinable public static var udp: TransportProtocol { TransportProtocol(rawValue: 17) }
    /// ICMP for IPv6 (RFC 4443).
    @inlinable public static var icmpv6: TransportProtocol { TransportProtocol(rawValue: 58) }
    /// SCTP (RFC 9260).
    @inlinable public static var sctp: TransportProtocol { TransportProtocol(rawValue: 132) }

    /// The name the event schema uses; a number that has none there is written as that number.
    public var description: String {
        switch self {
        case .icmp: "ICMP"
        case .tcp: "TCP"
        case .udp: "UDP"
        case .icmpv6: "IPv6-ICMP"
        case .sctp: "SCTP"
        default: Self.rarer[rawValue] ?? String(rawValue)
        }
    }

    private static let rarer: [UInt8: String] = [
        2: "IGMP", 4: "IPIP", 41: "IPv6", 47: "GRE", 50: "ESP", 51: "AH", 89: "OSPFIGP", 103: "PIM",
        112: "VRRP",
    ]
}
