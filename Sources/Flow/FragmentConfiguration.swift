/// Limits and policies of defragmentation.
public struct FragmentConfiguration: Equatable, Sendable {
    /// Datagrams that may wait for pieces; when there are more the oldest is given up.
    public var datagrams = 16384
    /// Bytes that all waiting pieces may hold; over it the oldest datagram is given up.
    public var bytes = 32 << 20
    /// Pieces of one datagram.
    public var pieces = 1024
    /// Seconds of capture time from the first piece until a datagram is given up.
    public var timeout = 60
    /// Which copy of an overlapping byte wins. For IPv6 overlap is forbidden (RFC 5722), but stacks differ.
    public var overlap = OverlapPolicy.first

    /// The documented defaults.
    public init() {}
}
