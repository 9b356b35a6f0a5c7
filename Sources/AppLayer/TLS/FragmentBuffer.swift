/// Bytes that come in any order and more than once, put together from the start. What came first stays.
struct FragmentBuffer {
    private var bytes: [UInt8] = []
    /// What has come: disjoint ranges that do not touch, in order.
    private var ranges: [Range<Int>] = []
    private let limit: Int

    /// Holes at a time; a client that sends its hello in random pieces makes about ten.
    private static let mostRanges = 64

    init(limit: Int) {
        self.limit = limit
    }

    /// Bytes from the start on without a hole.
    var contiguous: Int {
        guard let first = ranges.first, first.lowerBound == 0 else { return 0 }
        return first.upperBound
    }

    /// The bytes between two places, both at most `contiguous`.
    func slice(from start: Int, to end: Int) -> ArraySlice<UInt8> {
        guard start >= 0, start <= end, end <= contiguous else { return [] }
        return bytes[start..<end]
    }

    /// Puts bytes at a place; false when they are beyond the limit or there are too many holes, and are not kept.
    mutating func insert(_ part: ArraySlice<UInt8>, at offset: Int) -> Bool {
        guard offset >= 0, offset <= limit, part.count <= limit - offset else { return false }
        guard !part.isEmpty else { return true }
        let range = offset..<(offset + part.count)
        guard ranges.count < Self.mostRanges || ranges.contains(where: { $0.overlaps(range) }) else {
            return false
        }
        if bytes.count < range.upperBound {
            bytes.append(contentsOf: repeatElement(0, count: range.upperBound - bytes.count))
        }
        var place = offset
        for known in ranges where known.overlaps(range) {
            copy(part, offset, place..<max(place, known.lowerBound))
            place = max(place, known.upperBound)
        }
        copy(part, offset, place..<max(place, range.upperBound))
        cover(range)
        return true
    }

    private mutating func copy(_ part: ArraySlice<UInt8>, _ offset: Int, _ range: Range<Int>) {
        for place in range { bytes[place] = part[part.startIndex + place - offset] }
    }

    private mutating func cover(_ range: Range<Int>) {
        var merged = range
        let first = ranges.firstIndex { $0.upperBound >= range.lowerBound } ?? ranges.count
        var last = first
        while last < ranges.count, ranges[last].lowerBound <= range.upperBound {
            let lower = min(merged.lowerBound, ranges[last].lowerBound)
            merged = lower..<max(merged.upperBound, ranges[last].upperBound)
            last += 1
        }
        ranges.replaceSubrange(first..<last, with: [merged])
    }
}
