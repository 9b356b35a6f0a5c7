// Numbers in network order. Written so that the compiler turns each into one load.
extension Span<UInt8> {
    @inline(__always)
    func uint16(_ offset: Int) -> UInt16 {
        UInt16(self[offset]) << 8 | UInt16(self[offset + 1])
    }

    @inline(__always)
    func uint32(_ offset: Int) -> UInt32 {
        UInt32(self[offset]) << 24 | UInt32(self[offset + 1]) << 16 | UInt32(self[offset + 2]) << 8
            | UInt32(self[offset + 3])
    }

    @inline(__always)
    func uint64(_ offset: Int) -> UInt64 {
        UInt64(uint32(offset)) << 32 | UInt64(uint32(offset + 4))
    }
}
