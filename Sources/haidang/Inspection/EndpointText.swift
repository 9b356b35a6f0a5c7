import NetTypes

/// Ends of flows as people read them.
enum EndpointText {
    /// `192.0.2.1:80`, `[2001:db8::1]:80`; without the port where the protocol has none.
    static func end(_ end: Endpoint, _ transport: TransportProtocol) -> String {
        let address = end.address.description
        guard hasPorts(transport) else { return address }
        return end.address.isIPv6 ? "[\(address)]:\(end.port)" : "\(address):\(end.port)"
    }

    /// Both ends, client first, and the protocol.
    static func flow(_ flow: FlowContext) -> String {
        "\(end(flow.client, flow.transport)) → \(end(flow.server, flow.transport)) \(name(flow.transport))"
    }

    /// The protocol as the tables of `inspect` write it: lower case, or its number.
    static func name(_ transport: TransportProtocol) -> String {
        switch transport {
        case .tcp: "tcp"
        case .udp: "udp"
        case .icmp: "icmp"
        case .icmpv6: "icmp6"
        case .sctp: "sctp"
        default: String(transport.rawValue)
        }
    }

    private static func hasPorts(_ transport: TransportProtocol) -> Bool {
        transport == .tcp || transport == .udp || transport == .sctp
    }
}
