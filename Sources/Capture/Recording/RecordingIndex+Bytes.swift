import NetTypes

/// The index as a file: numbers in little-endian order, and the SHA-256 of all before it at the end.
///
/// | bytes | what |
/// |---|---|
/// | 8 | `haidangX` |
/// | 4 | version, 1 |
/// | 4, 4, 4 | how many blocks, flows and postings |
/// | 8, 8 | bytes of the file, and of what is before its first block |
/// | 40 each | blocks: offset, bytes, frames, earliest, latest time |
/// | 40 each | flows: digest (20 bytes), how many postings (4), earliest, latest time |
/// | 4 each | postings of all flows, one flow after another |
/// | 32 | SHA-256 |
extension RecordingIndex {
    /// The longest index that is read, which is more than the limits allow.
    static let mostBytes = 32 << 20

    private static let magic = Array("haidangX".utf8)
    private static let version: UInt32 = 1
    private static let headerSize = 40
    private static let blockSize = 40
    private static let flowSize = 40
    private static let postingSize = 4
    private static let sumSize = 32

    /// The index file.
    var bytes: [UInt8] {
        var bytes = Self.magic
        bytes.reserveCapacity(
            Self.headerSize + blocks.count * Self.blockSize + flows.count * Self.flowSize
                + postings.count * Self.postingSize + Self.sumSize)
        Self.put(Self.version, to: &bytes)
        for count in [blocks.count, flows.count, postings.count] {
            Self.put(UInt32(clamping: count), to: &bytes)
        }
        Self.put(fileLength, to: &bytes)
        Self.put(headerLength, to: &bytes)
        for block in blocks {
            Self.put(block.extent.offset, to: &bytes)
            Self.put(block.extent.length, to: &bytes)
            Self.put(block.frames, to: &bytes)
            Self.put(block.first.nanoseconds, to: &bytes)
            Self.put(block.last.nanoseconds, to: &bytes)
        }
        for flow in flows {
            flow.digest.write(to: &bytes)
            Self.put(UInt32(clamping: flow.postings.count), to: &bytes)
            Self.put(flow.first.nanoseconds, to: &bytes)
            Self.put(flow.last.nanoseconds, to: &bytes)
        }
        for posting in postings { Self.put(posting, to: &bytes) }
        return bytes + Digest.of(bytes.span)
    }

    /// Reads an index file. Throws a clause that says what is wrong with it.
    init(_ bytes: [UInt8]) throws(SavefileDamage) {
        let span = bytes.span
        let order = ByteOrder.little
        guard bytes.starts(with: Self.magic), bytes.count >= Self.headerSize + Self.sumSize else {
            throw SavefileDamage(reason: "it is no index")
        }
        guard order.uint32(span, at: 8) == Self.version else {
            throw SavefileDamage(reason: "its version is not known")
        }
        let counts = [12, 16, 20].map { Int(order.uint32(bytes.span, at: $0)) }
        guard counts[0] <= Self.mostBlocks, counts[1] <= Self.mostFlows, counts[2] <= Self.mostPostings else {
            throw SavefileDamage(reason: "it has more entries than an index may have")
        }
        // None of these overflows, since the limits are small.
        let flowsAt = Self.headerSize + counts[0] * Self.blockSize
        let postingsAt = flowsAt + counts[1] * Self.flowSize
        let end = postingsAt + counts[2] * Self.postingSize
        guard bytes.count == end + Self.sumSize else { throw SavefileDamage(reason: "its length is wrong") }
        guard Digest.of(span.extracting(0..<end)) == Array(bytes[end...]) else {
            throw SavefileDamage(reason: "its checksum is wrong")
        }
        fileLength = order.uint64(span, at: 24)
        headerLength = order.uint64(span, at: 32)
        blocks = (0..<counts[0]).map { Self.block(bytes.span, at: Self.headerSize + $0 * Self.blockSize) }
        postings = (0..<counts[2]).map { order.uint32(bytes.span, at: postingsAt + $0 * Self.postingSize) }
        flows = []
        var used = 0
        for place in 0..<counts[1] {
            let flow = Self.flow(span, at: flowsAt + place * Self.flowSize, firstPosting: used)
            used = flow.postings.upperBound
            flows.append(flow)
        }
        guard used == postings.count, isConsistent else {
            throw SavefileDamage(reason: "it contradicts itself")
        }
    }

    /// Whether blocks follow one another inside the file, flows are in order, and postings name blocks.
    private var isConsistent: Bool {
        var end = headerLength
        for block in blocks {
            guard block.extent.offset >= end, block.extent.end <= fileLength else { return false }
            end = block.extent.end
        }
        guard zip(flows, flows.dropFirst()).allSatisfy({ $0.digest < $1.digest }) else { return false }
        return flows.allSatisfy { flow in
            let own = postings[flow.postings]
            return own.allSatisfy { Int($0) < blocks.count }
                && zip(own, own.dropFirst()).allSatisfy { $0 < $1 }
        }
    }

    private static func block(_ bytes: Span<UInt8>, at offset: Int) -> Block {
        let order = ByteOrder.little
        let extent = FileExtent(
            offset: order.uint64(bytes, at: offset), length: order.uint64(bytes, at: offset + 8))
        return Block(
            extent: extent, frames: order.uint64(bytes, at: offset + 16), first: time(bytes, at: offset + 24),
            last: time(bytes, at: offset + 32))
    }

    private static func flow(_ bytes: Span<UInt8>, at offset: Int, firstPosting: Int) -> Flow {
        let count = Int(ByteOrder.little.uint32(bytes, at: offset + 20))
        return Flow(
            digest: CommunityDigest(bytes, at: offset), first: time(bytes, at: offset + 24),
            last: time(bytes, at: offset + 32), postings: firstPosting..<firstPosting + count)
    }

    private static func time(_ bytes: Span<UInt8>, at offset: Int) -> Timestamp {
        Timestamp(nanoseconds: Int64(bitPattern: ByteOrder.little.uint64(bytes, at: offset)))
    }

    private static func put<Number: FixedWidthInteger>(_ number: Number, to bytes: inout [UInt8]) {
        for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
        }
    }
}
