/// Which bytes of a file came: disjoint ranges in order.
struct ByteCoverage {
    private(set) var ranges: [Range<UInt64>] = []

    private let limit: Int

    /// Nothing yet; there may be `limit` ranges with holes between them.
    init(limit: Int) {
        self.limit = limit
    }

    /// Adds a range. False, and nothing added, when there would be more than the limit.
    mutating func add(_ range: Range<UInt64>) -> Bool {
        guard !range.isEmpty else { return true }
        var first = ranges.count
        while first > 0, ranges[first - 1].upperBound >= range.lowerBound { first -= 1 }
        var last = first
        var merged = range
        while last < ranges.count, ranges[last].lowerBound <= range.upperBound {
            merged =
                min(
                    merged.lowerBound, ranges[last].lowerBound)..<max(
                    merged.upperBound, ranges[last].upperBound)
            last += 1
        }
        guard ranges.count < limit || last > first else { return false }
        ranges.replaceSubrange(first..<last, with: [merged])
        return true
    }

    /// True when there are no holes and it begins at the start of the file.
    var isContiguous: Bool { ranges.count == 1 && ranges.first?.lowerBound == 0 }

    /// True when all bytes before `end` came.
    func reaches(_ end: UInt64) -> Bool {
        isContiguous && (ranges.first?.upperBound ?? 0) >= end
    }
}
