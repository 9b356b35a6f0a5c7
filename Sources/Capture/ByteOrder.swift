/// The byte order of the machine that wrote a file.
///
/// The reading functions expect that the caller has compared lengths; a wrong offset is our own bug and traps.
enum ByteOrder: Equatable {
    /// Least significant byte first.
    case little
    /// Most significant byte first.
    case big

    /// The order in which four bytes are the byte-order magic of a pcapng section, 1A2B3C4D; nil when in neither.
    init?(sectionMagic bytes: [UInt8]) {
        switch bytes {
        case [0x4d, 0x3c, 0x2b, 0x1a]: self = .little
        case [0x1a, 0x2b, 0x3c, 0x4d]: self = .big
        default: return nil
        }
    }

    /// The 16-bit number at an offset.
    func uint16(_ bytes: Span<UInt8>, at offset: Int) -> UInt16 {
        let value = UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8
        return self == .little ? value : value.byteSwapped
    }

    /// The 32-bit number at an offset.
    func uint32(_ bytes: Span<UInt8>, at offset: Int) -> UInt32 {
        let low = UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8
        let high = UInt32(bytes[offset + 2]) | UInt32(bytes[offset + 3]) << 8
        let value = low | high << 16
        return self == .little ? value : value.byteSwapped
    }

    /// The 64-bit number at an offset.
    func uint64(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
        let first = UInt64(uint32(bytes, at: offset))
        let second = UInt64(uint32(bytes, at: offset + 4))
        return self == .little ? first | second << 32 : first << 32 | second
    }
}
