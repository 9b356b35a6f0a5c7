import NetTypes
import Wire

/// Bytes that payload lies in: a frame, or a datagram that was put together from fragments.
struct PayloadCarrier {
    /// What they begin with, and how many there were.
    var header: FrameHeader
    /// The bytes.
    var bytes: [UInt8]
    /// The flow that they belong to; nil where that could not be told.
    var flow: FlowKey?
    /// Where the pieces of a datagram came from; empty for a frame.
    var pieces: [DatagramPiece] = []
    /// Bytes of the header that was made for a datagram.
    var headerLength = 0
    /// True for a frame whose datagram is a carrier of its own.
    var isPiece = false
}
