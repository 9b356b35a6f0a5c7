import NetTypes

/// Frames that are lent one after the other, and what is counted of them.
struct LiveBatch {
    /// What is counted.
    struct Counts {
        /// Frames that were lent.
        var frames = 0
        /// Captured bytes of them.
        var bytes: UInt64 = 0
        /// Bytes they had on the wire beyond that.
        var bytesSnapped: UInt64 = 0
    }

    /// The header of the next frame, but for its time and length.
    private var header: FrameHeader
    private let unit: Int64
    private let body: (FrameHeader, Span<UInt8>) -> Void
    private(set) var counts = Counts()

    /// A batch of frames for `body`, numbered from that of `first`; `unit` is the nanoseconds that the fraction of a
    /// second counts in.
    init(first: FrameHeader, unit: Int64, _ body: @escaping (FrameHeader, Span<UInt8>) -> Void) {
        header = first
        self.unit = unit
        self.body = body
    }

    /// Lends one frame.
    mutating func lend(_ frame: Span<UInt8>, wireLength: Int, seconds: Int64, fraction: Int64) {
        header.timestamp = Timestamp(seconds: seconds, nanoseconds: fraction &* unit)
        header.wireLength = wireLength
        counts.frames &+= 1
        counts.bytes &+= UInt64(frame.count)
        counts.bytesSnapped &+= UInt64(max(wireLength - frame.count, 0))
        body(header, frame)
        header.number &+= 1
    }
}
