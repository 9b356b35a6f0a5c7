import NetTypes

/// Timeouts in capture time: one doubly linked list of slots for each `TimeoutQueue`.
///
/// A packet does not move its flow; it only notes its time. When a flow comes to the front and has been heard of
/// since, it gets a second chance at the end. So a packet costs nothing here, and a flow is looked at once for
/// each timeout that it outlives. Whether a flow has timed out is decided by its own times alone, never by its
/// place in a list, so any number of workers comes to the same answer.
struct TimeoutQueues {
    private var heads = [Int32](repeating: -1, count: TimeoutQueue.allCases.count)
    private var tails = [Int32](repeating: -1, count: TimeoutQueue.allCases.count)
    private let timeouts: [Int64]

    init(_ timeouts: FlowTimeouts) {
        self.timeouts = TimeoutQueue.allCases.map { $0.timeout(timeouts) }
    }

    /// True when a flow has been silent for its timeout at `now`.
    @inline(__always)
    func isExpired(_ slot: FlowSlot, at now: Timestamp) -> Bool {
        now.nanoseconds(since: slot.seen) >= timeouts[Int(slot.queue.rawValue)]
    }

    /// Puts a slot at the end of a queue, out of any it was in.
    mutating func enqueue(_ slot: Int, _ queue: TimeoutQueue, _ slots: inout [FlowSlot]) {
        remove(slot, &slots)
        let at = Int(queue.rawValue)
        slots[slot].queue = queue
        slots[slot].queuedAt = slots[slot].seen
        slots[slot].previous = tails[at]
        slots[slot].following = -1
        if tails[at] >= 0 { slots[Int(tails[at])].following = Int32(truncatingIfNeeded: slot) }
        tails[at] = Int32(truncatingIfNeeded: slot)
        if heads[at] < 0 { heads[at] = tails[at] }
    }

    /// Takes a slot out of its queue.
    mutating func remove(_ slot: Int, _ slots: inout [FlowSlot]) {
        let at = Int(slots[slot].queue.rawValue)
        guard slots[slot].queue != .none else { return }
        let (previous, following) = (slots[slot].previous, slots[slot].following)
        if previous >= 0 { slots[Int(previous)].following = following } else { heads[at] = following }
        if following >= 0 { slots[Int(following)].previous = previous } else { tails[at] = previous }
        slots[slot].queue = .none
    }

    /// A flow that has timed out at `now`; nil when there is none at the front of any queue.
    mutating func nextExpired(at now: Timestamp, _ slots: inout [FlowSlot]) -> Int? {
        for queue in TimeoutQueue.allCases where queue != .none {
            while let slot = front(queue, &slots) {
                if isExpired(slots[slot], at: now) { return slot }
                if slots[slot].seen <= slots[slot].queuedAt { break }
                enqueue(slot, queue, &slots)
            }
        }
        return nil
    }

    /// The flow to end when the table is full: of the queue least worth keeping, the one silent for longest.
    mutating func victim(_ slots: inout [FlowSlot]) -> Int? {
        for queue in TimeoutQueue.allCases where queue != .none {
            // A few second chances, so that a busy flow is not ended for having come first.
            for _ in 0..<Self.secondChances {
                guard let slot = front(queue, &slots), slots[slot].seen > slots[slot].queuedAt else { break }
                enqueue(slot, queue, &slots)
            }
            if let slot = front(queue, &slots) { return slot }
        }
        return nil
    }

    /// Flows that are passed over at most when a victim is looked for.
    private static let secondChances = 16

    private func front(_ queue: TimeoutQueue, _ slots: inout [FlowSlot]) -> Int? {
        let head = heads[Int(queue.rawValue)]
        return head < 0 ? nil : Int(head)
    }
}
