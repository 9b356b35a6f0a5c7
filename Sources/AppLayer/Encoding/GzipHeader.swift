/// Reads the header of a gzip member (RFC 1952 section 2.3) byte by byte. Nothing of it is kept.
struct GzipHeader {
    /// What a byte makes of it.
    enum Step { case more, whole, damaged }

    private enum Part { case fixed, extraLength, extra, name, comment, checksum }

    private var part = Part.fixed
    /// Bytes of the part at hand that were read.
    private var position = 0
    private var flags: UInt8 = 0
    private var extraLength = 0

    /// True when not a byte was read.
    var isEmpty: Bool { part == .fixed && position == 0 }

    /// Takes the next byte.
    mutating func take(_ byte: UInt8) -> Step {
        position &+= 1
        switch part {
        case .fixed: return takeFixed(byte)
        case .extraLength:
            extraLength |= Int(byte) << (8 * (position - 1))
            return position < 2 ? .more : extraLength == 0 ? enter(after: .extra) : enter(.extra)
        case .extra: return position < extraLength ? .more : enter(after: .extra)
        case .name, .comment: return byte != 0 ? .more : enter(after: part)
        case .checksum: return position < 2 ? .more : .whole
        }
    }

    private mutating func takeFixed(_ byte: UInt8) -> Step {
        switch position {
        case 1: return byte == 0x1f ? .more : .damaged
        case 2: return byte == 0x8b ? .more : .damaged
        // The only method there is: DEFLATE.
        case 3: return byte == 8 ? .more : .damaged
        case 4:
            flags = byte
            return byte & 0xe0 == 0 ? .more : .damaged
        case 10: return enter(after: .fixed)
        default: return .more
        }
    }

    private mutating func enter(_ next: Part) -> Step {
        part = next
        position = 0
        return .more
    }

    /// Goes on to the next part that the flags say is there.
    private mutating func enter(after last: Part) -> Step {
        switch last {
        case .fixed where flags & 4 != 0: return enter(.extraLength)
        case .fixed, .extraLength, .extra:
            return flags & 8 != 0 ? enter(.name) : enter(after: .name)
        case .name: return flags & 16 != 0 ? enter(.comment) : enter(after: .comment)
        case .comment: return flags & 2 != 0 ? enter(.checksum) : .whole
        case .checksum: return .whole
        }
    }
}
