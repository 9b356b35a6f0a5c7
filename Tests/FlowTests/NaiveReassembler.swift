import Flow

/// The oracle: a cell for each byte, filled and resolved one byte at a time, delivered as soon as it is next.
struct NaiveReassembler {
    private struct Cell {
        var byte: UInt8
        var origin: Range<UInt64>
    }

    private var cells: [UInt64: Cell] = [:]
    private var next: UInt64 = 0
    private let policy: OverlapPolicy
    private(set) var delivered: [UInt64: UInt8] = [:]

    init(_ policy: OverlapPolicy) {
        self.policy = policy
    }

    mutating func receive(_ offset: UInt64, _ bytes: [UInt8]) {
        let end = offset + UInt64(bytes.count)
        // A receiver trims what it has passed on already before it looks at overlaps.
        guard end > next else { return }
        let origin = max(offset, next)..<end
        for place in origin {
            let byte = bytes[Int(place - offset)]
            if let cell = cells[place], !policy.laterWins(earlier: cell.origin, later: origin) { continue }
            cells[place] = Cell(byte: byte, origin: origin)
        }
        deliver()
    }

    private mutating func deliver() {
        while let cell = cells.removeValue(forKey: next) {
            delivered[next] = cell.byte
            next += 1
        }
    }

    /// The end: what is left is delivered in order, holes skipped.
    mutating func finish() {
        for (place, cell) in cells { delivered[place] = cell.byte }
        cells.removeAll()
    }
}
