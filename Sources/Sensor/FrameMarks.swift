import NetTypes

/// Which frame carried which bytes of a stream: one mark for each chunk, by offset.
struct FrameMarks {
    private var marks: [Mark] = []

    /// From this offset on the bytes came with this frame.
    struct Mark: Equatable {
        let offset: UInt64
        let frame: UInt64
        let timestamp: Timestamp
    }

    /// What a mark costs in memory.
    static let cost = MemoryLayout<Mark>.stride

    var count: Int { marks.count }

    /// Adds the mark of the next chunk; offsets must not go down.
    mutating func add(_ offset: UInt64, _ header: FrameHeader) {
        marks.append(Mark(offset: offset, frame: header.number, timestamp: header.timestamp))
    }

    /// Forgets what came before `offset`, keeping the mark that covers it.
    mutating func forget(before offset: UInt64) {
        let keep = position(of: offset)
        if keep > 0 { marks.removeFirst(keep) }
    }

    /// Forgets everything.
    mutating func removeAll() {
        marks.removeAll(keepingCapacity: false)
    }

    /// The frames that carried the bytes of a range: the lowest and the highest number, and when the last came.
    func frames(of range: Range<UInt64>) -> (first: UInt64, last: UInt64, timestamp: Timestamp)? {
        guard !marks.isEmpty else { return nil }
        let start = position(of: range.lowerBound)
        let end = position(of: max(range.lowerBound, range.upperBound &- (range.isEmpty ? 0 : 1)))
        var result = (first: marks[start].frame, last: marks[start].frame, timestamp: marks[start].timestamp)
        for mark in marks[start...end] {
            result.first = min(result.first, mark.frame)
            result.last = max(result.last, mark.frame)
            result.timestamp = max(result.timestamp, mark.timestamp)
        }
        return result
    }

    /// The last mark at or before `offset`.
    private func position(of offset: UInt64) -> Int {
        var low = 0
        var high = marks.count
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }
}
