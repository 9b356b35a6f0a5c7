import NetTypes

/// One decoded IP packet, the innermost one when it lay in tunnels: numbers, and offsets into the frame's
/// bytes.
public struct Packet: Equatable, Sendable {
    /// Sender's address.
    public var source: IPAddress = .zero
    /// Receiver's address.
    public var destination: IPAddress = .zero
    /// What it carries; for a fragment what the whole datagram will carry.
    public var transport = TransportProtocol(rawValue: 0)
    /// Sender's port for TCP, UDP and SCTP; for ICMP see `Decoder`; otherwise 0.
    public var sourcePort: UInt16 = 0
    /// Receiver's port; see `sourcePort`.
    public var destinationPort: UInt16 = 0
    /// True for an ICMP message that is no part of a request and its answer.
    public var isOneWay = false
    /// Where the payload lies in the frame: after the transport header, without link-layer padding. For a
    /// fragment: the piece of the datagram.
    public var payload: Range<Int> = 0..<0
    /// Payload bytes that were on the wire but are not in the capture.
    public var missingPayload = 0
    /// The TCP header; nil for other protocols, for fragments, and when it does not parse (an anomaly says
    /// why, and the payload is then empty).
    public var tcp: TCPHeader?
    /// Set when this is a piece of an IP datagram that has to be put together first.
    public var fragment: Fragment?
    /// For a fragment, where the header of its datagram lies in the frame: the IPv4 header with its
    /// options, or the IPv6 header with its extensions up to, and without, the fragment header. Otherwise
    /// empty.
    public var networkHeader: Range<Int> = 0..<0
    /// VLAN tags outside the innermost packet.
    public var vlans = VLANStack()
    /// Tunnels it lay in.
    public var tunnelDepth: UInt8 = 0
    /// How the transport checksum came out.
    public var checksum: ChecksumStatus = .unchecked
    /// What was odd about it.
    public var anomalies = AnomalySet()

    /// An empty packet, filled by decoding.
    @inlinable
    public init() {}

    /// How a checksum came out.
    public enum ChecksumStatus: UInt8, Sendable {
        /// Not computed: none is used, bytes are missing, or it is a fragment.
        case unchecked
        /// Right.
        case right
        /// Wrong.
        case wrong
    }
}
