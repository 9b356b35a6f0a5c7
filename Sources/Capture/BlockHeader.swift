/// What every pcapng block begins with (draft-ietf-opsawg-pcapng, section 3.1).
struct BlockHeader {
    /// Bytes of the header.
    static let length = 8
    /// Bytes of what every block ends with: its length once more.
    static let trailerLength = 4
    /// A block with nothing in it.
    static let smallestBlock = length + trailerLength

    /// What kind of block it is.
    let type: UInt32
    /// Bytes of the whole block, as it says.
    let totalLength: Int

    static let interfaceDescription: UInt32 = 1
    static let obsoletePacket: UInt32 = 2
    static let simplePacket: UInt32 = 3
    static let interfaceStatistics: UInt32 = 5
    static let enhancedPacket: UInt32 = 6
    static let sectionHeader: UInt32 = 0x0a0d_0d0a

    /// The header at an offset, where `length` bytes must be.
    init(_ bytes: Span<UInt8>, at offset: Int, order: ByteOrder) {
        type = order.uint32(bytes, at: offset)
        totalLength = Int(order.uint32(bytes, at: offset + 4))
    }
}
