/// What became of the frames: `frames = packets + fragments + notIP + undecoded`.
public struct DecoderStatistics: Equatable, Sendable {
    /// Frames given to the decoder.
    public var frames: UInt64 = 0
    /// Frames that held a whole IP packet, counted once however many tunnels it lay in.
    public var packets: UInt64 = 0
    /// Frames that held a piece of an IP datagram.
    public var fragments: UInt64 = 0
    /// Well-formed frames of something other than IP (ARP, LLDP, …).
    public var notIP: UInt64 = 0
    /// Frames that could not be decoded down to an IP packet; each has an anomaly.
    public var undecoded: UInt64 = 0
    /// Packets by protocol, of whole packets and of rebuilt datagrams.
    public var ipv4: UInt64 = 0
    /// See `ipv4`.
    public var ipv6: UInt64 = 0
    /// See `ipv4`.
    public var tcp: UInt64 = 0
    /// See `ipv4`.
    public var udp: UInt64 = 0
    /// ICMP of both versions.
    public var icmp: UInt64 = 0
    /// See `ipv4`.
    public var sctp: UInt64 = 0
    /// IP packets of any other protocol.
    public var otherTransport: UInt64 = 0
    /// Packets that lay in at least one tunnel.
    public var tunnelled: UInt64 = 0
    /// Packets with a wrong checksum, whatever the policy then did with them.
    public var wrongChecksums: UInt64 = 0

    /// All zero.
    public init() {}
}
