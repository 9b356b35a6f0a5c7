/// The first term of the conservation law: what a source handed over.
public struct CaptureStatistics: Equatable, Sendable {
    /// Frames that the source delivered.
    public var frames: UInt64 = 0
    /// Captured bytes of them.
    public var bytes: UInt64 = 0
    /// Bytes they had on the wire beyond what was captured (snaplen).
    public var bytesSnapped: UInt64 = 0

    /// All zero.
    public init() {}
}
