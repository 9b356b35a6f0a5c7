/// Where the payload bytes of TCP segments went:
/// `payload = delivered + duplicate + outOfWindow + refused + held`.
public struct StreamStatistics: Equatable, Sendable {
    /// Payload bytes of all TCP segments that reached reassembly.
    public var payload: UInt64 = 0
    /// Bytes delivered in order, each once.
    public var delivered: UInt64 = 0
    /// Bytes that came again, or lost against another copy by the overlap policy.
    public var duplicate: UInt64 = 0
    /// Bytes that have no place in their stream: before its start, behind a declared gap, or too far ahead. They are
    /// scanned by themselves.
    public var outOfWindow: UInt64 = 0
    /// Bytes of segments refused whole: checksum, PAWS, data on a reset.
    public var refused: UInt64 = 0
    /// Bytes that wait for what comes before them, now.
    public var held: UInt64 = 0
    /// The most bytes held at one time, with what holding them costs.
    public var peakHeld: UInt64 = 0
    /// Segments that came before their turn.
    public var outOfOrder: UInt64 = 0
    /// Gaps declared.
    public var gaps: UInt64 = 0
    /// Bytes in them: on the wire, never in the capture.
    public var gapBytes: UInt64 = 0
    /// Streams that one of our limits cut in two: early segments had to be given out before their turn, or the flow
    /// table was full. A string across the cut is not found.
    public var limited: UInt64 = 0
    /// Flows picked up without their handshake.
    public var midstream: UInt64 = 0

    /// All zero.
    public init() {}
}
