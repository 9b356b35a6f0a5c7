/// Seconds of capture time that a flow may be silent before it ends, by what it is and how far it came.
public struct FlowTimeouts: Equatable, Sendable {
    /// TCP before its handshake is done.
    public var tcpNew = 60
    /// TCP after it; also flows picked up midstream.
    public var tcpEstablished = 3600
    /// TCP after FIN from both sides or a reset.
    public var tcpClosed = 60
    /// UDP.
    public var udp = 300
    /// ICMP.
    public var icmp = 60
    /// SCTP and every other protocol.
    public var other = 300

    /// The documented defaults.
    public init() {}
}
