/// One direction of a TCP flow as it was reassembled, made when the flow ends and somebody asked for it.
public struct StreamRecord: Equatable, Sendable {
    /// Which flow.
    public var context: FlowContext
    /// Which way.
    public var direction: Direction
    /// Position of the flow among the TCP flows of the capture, from 0.
    public var flowOrdinal: UInt64
    /// Number of the first frame of the flow.
    public var firstFrame: UInt64
    /// Bytes delivered in order, holes left out.
    public var bytes: UInt64
    /// SHA-256 of those bytes.
    public var sha256: [UInt8]
    /// Bytes that never came.
    public var gapBytes: UInt64

    /// A record from its parts.
    public init(
        context: FlowContext, direction: Direction, flowOrdinal: UInt64, firstFrame: UInt64, bytes: UInt64,
        sha256: [UInt8], gapBytes: UInt64
    ) {
        self.context = context
        self.direction = direction
        self.flowOrdinal = flowOrdinal
        self.firstFrame = firstFrame
        self.bytes = bytes
        self.sha256 = sha256
        self.gapBytes = gapBytes
    }
}
