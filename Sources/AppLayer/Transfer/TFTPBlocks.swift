/// The order of a transfer's blocks: where each belongs in the file, which are missing, and when it is whole
/// (RFC 1350 section 2, RFC 7440 for blocks that are sent again from a lost one on).
struct TFTPBlocks {
    /// What is to be done with a block.
    enum Place: Equatable {
        /// It goes to this position of the file.
        case at(UInt64)
        /// So many bytes before it never came, and are too many to wait for; then it goes to this position.
        case behind(lost: UInt64, at: UInt64)
        /// It was there before.
        case repeated
        /// It is no block of this file.
        case outside
    }

    /// Bytes that are left open for blocks to come. A larger hole is closed: one small datagram must not claim
    /// memory. Windows in use have less than this.
    private static let farthest: UInt64 = 128 << 10
    /// Holes left open at a time; a window in use has one or two.
    private static let mostHoles = 64

    /// Bytes of a block.
    var size = 512
    /// Blocks sent before an acknowledgement.
    var window = 1
    /// The number of the last block that was acknowledged, as on the wire.
    var acknowledged: UInt16?
    /// The block expected next, counted beyond the 16 bits on the wire.
    private(set) var next: UInt64 = 1
    /// The number of the block that the file's first byte would be in.
    private var base: UInt64 = 1
    private var holes: [Range<UInt64>] = []
    private var last: UInt64?

    /// True before the first block.
    var isFresh: Bool { next == 1 }

    /// True when the last block and all before it have come, or are known to be lost.
    var isWhole: Bool { last != nil && holes.isEmpty }

    /// True when the last block has come.
    var hasEnd: Bool { last != nil }

    /// Takes a block with a number and a length of at most `size`, and says where it belongs.
    mutating func take(_ wire: UInt16, length: Int) -> Place {
        let difference = Int64(Int16(truncatingIfNeeded: Int(wire) - Int(next & 0xffff)))
        if difference < 0 {
            guard next > UInt64(-difference) else { return .outside }
            return fill(next - UInt64(-difference), length)
        }
        guard last == nil else { return .outside }
        if difference == 1, beginsAtOne {
            // The number 0 was left out, not lost.
            next += 1
            base += 1
            holes = []
            return advance(length)
        }
        guard difference > 0 else { return advance(length) }
        let missing = UInt64(difference)
        if missing * UInt64(size) <= Self.farthest, holes.count < Self.mostHoles {
            holes.append(next..<next + missing)
            next += missing
            return advance(length)
        }
        next += missing
        base += missing
        holes = []
        guard case .at(let position) = advance(length) else { return .outside }
        return .behind(lost: missing * UInt64(size), at: position)
    }

    /// True when the next number would be 0 and the receiver has everything before it: no standard says whether 0 or
    /// 1 follows 65,535. A block 0 that was lost by the capture would show in its acknowledgement.
    private var beginsAtOne: Bool {
        next & 0xffff == 0 && window == 1 && acknowledged == 0xffff
    }

    private func position(_ block: UInt64) -> UInt64 {
        block < base ? 0 : (block - base) * UInt64(size)
    }

    private mutating func advance(_ length: Int) -> Place {
        let place = Place.at(position(next))
        if length < size { last = next }
        next += 1
        return place
    }

    /// A block before the one expected: it fills a hole, or was there.
    private mutating func fill(_ block: UInt64, _ length: Int) -> Place {
        guard let index = holes.firstIndex(where: { $0.contains(block) }) else { return .repeated }
        // Only the last block is shorter, and this is not the last one.
        guard length == size else { return .outside }
        let hole = holes[index]
        let rest = [hole.lowerBound..<block, block + 1..<hole.upperBound].filter { !$0.isEmpty }
        holes.replaceSubrange(index...index, with: rest)
        return .at(position(block))
    }
}
