import NetTypes

/// Which frame carried which bytes of a stream: one mark for each chunk, by offset.
struct FrameMarks {
    private var marks: [Mark] = []
    /// Marks that there is memory for.
    private var reserved = 0

    /// From this offset on the bytes came with this frame.
    struct Mark: Equatable {
        let offset: UInt64
        let frame: UInt64
        let timestamp: Timestamp
    }

    /// What they cost in memory: the room for them, used or not.
    var cost: Int { reserved * MemoryLayout<Mark>.stride }

    /// What they will cost with one more.
    var nextCost: Int {
        (marks.count < reserved ? reserved : reserved + max(2, reserved / 4)) * MemoryLayout<Mark>.stride
    }

    /// Adds the mark of the next chunk; offsets must not go down.
    mutating func add(_ offset: UInt64, _ header: FrameHeader) {
        if marks.count == reserved {
            reserved = nextCost / MemoryLayout<Mark>.stride
            marks.reserveCapacity(reserved)
        }
        marks.append(Mark(offset: offset, frame: header.number, timestamp: header.timestamp))
    }

    /// Forgets what came before `offset`, keeping the mark that covers it, and where asked to gives back the memory.
    mutating func forget(before offset: UInt64, releasing: Bool) {
        let keep = position(of: offset)
        if releasing {
            marks = Array(marks[keep...])
            reserved = marks.count
        } else if keep > 0 {
            marks.removeFirst(keep)
        }
    }

    /// Forgets everything.
    mutating func removeAll() {
        self = FrameMarks()
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
