/// A piece of a datagram, and the frame that carried it.
struct DatagramPiece {
    /// The frame, by its place in the slice.
    let frame: Int
    /// Where it lies in the frame.
    let range: Range<Int>
    /// Where it lies in the datagram, without its header.
    let offset: Int
}
