/// How records lie in a ring: each starts at a multiple of 16 bytes and is contiguous.
///
///     frame: | word | time | number | wire length | bytes … padding |    32 bytes and the frame
///     time:  | word | time |                                             16 bytes
///     wrap:  | word |                                                    the rest of the ring; the next is at 0
///
/// Each field has eight bytes. The low half of the word is the frame's count of bytes or one of two marks; above it
/// are link type and interface, 16 bits each.
@usableFromInline
enum RingLayout {
    /// Records start at multiples of this many bytes, so a mark fits before any end of the ring.
    @usableFromInline static let alignment = 16
    /// Bytes before those of a frame.
    @usableFromInline static let frameHeader = 32
    /// Bytes of a record that only says the time.
    @usableFromInline static let timeRecord = 16
    /// The word of a record that only says the time. No frame is that long: a quarter of the largest ring is less.
    @usableFromInline static let timeMark: UInt64 = 0xffff_ffff
    /// The word that says that the next record is at the start of the ring.
    @usableFromInline static let wrapMark: UInt64 = 0xffff_fffe
    /// The low half of the word.
    @usableFromInline static let countMask: UInt64 = 0xffff_ffff

    /// Bytes that a frame of `count` bytes takes up.
    @inlinable
    static func frameRecord(_ count: Int) -> Int {
        (frameHeader &+ count &+ alignment &- 1) & ~(alignment &- 1)
    }
}
