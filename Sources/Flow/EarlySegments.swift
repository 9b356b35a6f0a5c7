import NetTypes

/// The early segments of all streams: one queue for each stream that has a hole, under one budget.
struct EarlySegments {
    private var queues: [PieceQueue] = []
    private var free: [Int32] = []
    /// Bytes of memory charged for all queues.
    private(set) var cost = 0
    /// Visible bytes in all queues.
    private(set) var bytes: UInt64 = 0

    /// A new, empty queue.
    mutating func open() -> Int32 {
        if let index = free.popLast() { return index }
        queues.append(PieceQueue())
        return Int32(truncatingIfNeeded: queues.count - 1)
    }

    /// Gives an empty queue back.
    mutating func close(_ index: Int32) {
        free.append(index)
    }

    /// Adds a piece to a queue.
    mutating func add(_ piece: Piece, to index: Int32, policy: OverlapPolicy) -> PieceQueue.Addition {
        let at = Int(index)
        let before = (queues[at].cost, queues[at].visibleBytes)
        let addition = queues[at].add(piece, policy: policy)
        account(since: before, at)
        return addition
    }

    /// Takes the first piece of a queue.
    mutating func removeFirst(of index: Int32) -> Piece? {
        let at = Int(index)
        let before = (queues[at].cost, queues[at].visibleBytes)
        let piece = queues[at].removeFirst()
        account(since: before, at)
        return piece
    }

    private mutating func account(since before: (cost: Int, bytes: UInt64), _ at: Int) {
        cost += queues[at].cost - before.cost
        bytes = bytes + queues[at].visibleBytes - before.bytes
    }

    /// Where a queue's first piece ends, when it is doubtful; nil when it is not.
    func doubtfulEnd(of index: Int32) -> UInt64? {
        queues[Int(index)].doubtfulEnd
    }

    /// Offset of the first byte in a queue; nil when it is empty.
    func lowerBound(of index: Int32) -> UInt64? {
        queues[Int(index)].lowerBound
    }

    /// True when a queue holds more than its stream may.
    func exceeds(_ index: Int32, _ limits: FlowConfiguration) -> Bool {
        queues[Int(index)].cost > limits.heldPerStream || queues[Int(index)].count > limits.heldSegments
            || cost > limits.heldInAll
    }
}
