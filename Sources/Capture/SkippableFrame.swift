/// A frame that a decompressor of zstd or LZ4 is to pass over: RFC 8878, section 3.1.2, and the LZ4 frame format,
/// which share it. Programs that compress on several threads, or add an index, put one first.
enum SkippableFrame {
    /// The length of its magic number and of the field that tells how much follows, in bytes.
    static let headerLength = 8

    /// The length of all of the frame that begins with `bytes`, from 8 to 2^32 + 7; nil when they do not begin one.
    static func length(_ bytes: [UInt8]) -> UInt64? {
        guard bytes.count >= headerLength else { return nil }
        guard ByteOrder.little.uint32(bytes.span, at: 0) & 0xffff_fff0 == 0x184d_2a50 else { return nil }
        return UInt64(headerLength) + UInt64(ByteOrder.little.uint32(bytes.span, at: 4))
    }
}
