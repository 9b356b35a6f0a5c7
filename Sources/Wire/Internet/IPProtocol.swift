import NetTypes

// What the protocol or next-header number of an IP header leads to.
extension Descent {
    private enum Number {
        static let hopByHop: UInt8 = 0
        static let ipv4: UInt8 = 4
        static let ipv6: UInt8 = 41
        static let routing: UInt8 = 43
        static let fragment: UInt8 = 44
        static let gre: UInt8 = 47
        static let authentication: UInt8 = 51
        static let destinationOptions: UInt8 = 60
    }

    /// The layer that carries `transport`, which becomes the packet's.
    mutating func layer(of transport: UInt8) -> Layer {
        packet.transport = TransportProtocol(rawValue: transport)
        switch packet.transport {
        case .tcp: return .tcp
        case .udp: return .udp
        case .icmp: return .icmp
        case .icmpv6: return .icmpv6
        case .sctp: return .sctp
        default: return rarerLayer(of: transport)
        }
    }

    private mutating func rarerLayer(of transport: UInt8) -> Layer {
        switch transport {
        case Number.ipv4: .ipv4InIP
        case Number.ipv6: .ipv6InIP
        case Number.gre: .gre
        case Number.authentication: .authentication
        case Number.hopByHop where packet.source.isIPv6: .hopByHop
        case Number.routing where packet.source.isIPv6: .routing
        case Number.fragment where packet.source.isIPv6: .fragmentHeader
        case Number.destinationOptions where packet.source.isIPv6: .destinationOptions
        default: .otherTransport
        }
    }

    /// A protocol without ports: its payload is the packet's.
    mutating func otherTransport() -> Layer {
        setPayload()
        return .packet
    }
}
