import NetTypes

/// What a packet brought to its flow: ranges of the frame's bytes, so that nothing is copied.
public struct Acceptance: Equatable, Sendable {
    /// The part of the frame that is next in the stream, or the datagram's payload; may be empty.
    public var chunk: Range<Int> = 0..<0
    /// Stream offset of the chunk; 0 for datagrams.
    public var offset: UInt64 = 0
    /// The part of the frame that was delivered before, for comparison with what was delivered.
    public var repeated: Range<Int> = 0..<0
    /// Stream offset of the repeated part.
    public var repeatedOffset: UInt64 = 0
    /// The part of the frame that has no place in the stream: before its start, behind a gap, too far ahead, text on a
    /// reset, or another version of bytes that are held.
    public var stray: Range<Int> = 0..<0
    /// Bytes right behind the chunk that were on the wire but not in the capture; the stream goes on after them.
    public var snapped: UInt64 = 0
    /// True when early segments wait, so that `nextDue` may have something.
    public var hasEarly = false
    /// True when early segments wait in the other direction, whose bytes this packet may have acknowledged.
    public var peerHasEarly = false
    /// True when both streams are whole up to their FIN and each FIN was acknowledged: nothing more will come.
    public var isOver = false
    /// True when the packet's checksum made its payload worthless.
    public var isRefused = false
    /// What was odd.
    public var anomalies = AnomalySet()

    /// Nothing.
    @inlinable
    public init() {}
}
