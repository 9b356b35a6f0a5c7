import NetTypes

/// Flows by key: open addressing with linear probing over 8-byte control words, and a slab of slots.
///
/// A control word holds 32 bits of the hash and the slot's position plus one; 0 means empty. Both parts have a
/// fixed capacity, so there is no growth, and removal shifts back what follows, so there are no tombstones.
struct FlowTable: ~Copyable {
    let capacity: Int
    private let hash: KeyedHash
    private let mask: Int
    private var control: [UInt64]
    private var free: [Int32] = []
    /// The slab. A slot that is free keeps its last content; the control words alone say what is in use.
    var slots: [FlowSlot] = []
    private(set) var count = 0

    /// A table for at most `capacity` flows (at least 1, at most 2³⁰).
    init(capacity: Int, hash: KeyedHash) {
        self.capacity = min(max(1, capacity), 1 << 30)
        self.hash = hash
        var size = 16
        while size < self.capacity * 3 / 2 { size *= 2 }
        mask = size - 1
        control = [UInt64](repeating: 0, count: size)
        slots.reserveCapacity(self.capacity)
    }

    var isFull: Bool { count == capacity }

    /// The slot of a key; nil when it is not there.
    @inline(__always)
    func find(_ key: FlowKey) -> Int? {
        let hash = hash(key)
        var at = Int(truncatingIfNeeded: hash) & mask
        let tag = hash >> 32
        while true {
            let word = control[at]
            if word == 0 { return nil }
            if word >> 32 == tag {
                let slot = Int(truncatingIfNeeded: word & 0xffff_ffff) - 1
                if slots[slot].key == key { return slot }
            }
            at = (at + 1) & mask
        }
    }

    /// Puts a flow in, which must not be there; the table must not be full.
    mutating func insert(_ flow: FlowSlot) -> Int {
        precondition(count < capacity, "a flow was inserted into a full table")
        let slot: Int
        if let reused = free.popLast() {
            slot = Int(reused)
            slots[slot] = flow
        } else {
            slot = slots.count
            slots.append(flow)
        }
        let hash = hash(flow.key)
        var at = Int(truncatingIfNeeded: hash) & mask
        while control[at] != 0 { at = (at + 1) & mask }
        control[at] = hash & ~0xffff_ffff | UInt64(slot + 1)
        count += 1
        return slot
    }

    /// Takes a flow out.
    mutating func remove(_ slot: Int) {
        var at = Int(truncatingIfNeeded: hash(slots[slot].key)) & mask
        while control[at] & 0xffff_ffff != UInt64(slot + 1) {
            precondition(control[at] != 0, "a flow was removed twice")
            at = (at + 1) & mask
        }
        closeHole(at)
        free.append(Int32(truncatingIfNeeded: slot))
        count -= 1
    }

    /// Moves back every word of the run behind a hole that may lie in it (Knuth's algorithm R).
    private mutating func closeHole(_ start: Int) {
        var hole = start
        var at = start
        control[hole] = 0
        while true {
            at = (at + 1) & mask
            let word = control[at]
            if word == 0 { return }
            let home = Int(truncatingIfNeeded: hash(slots[Int(word & 0xffff_ffff) - 1].key)) & mask
            if (at - home) & mask >= (at - hole) & mask {
                control[hole] = word
                control[at] = 0
                hole = at
            }
        }
    }

    /// True when a slot is in use.
    func isUsed(_ slot: Int) -> Bool {
        slots[slot].queue != .none
    }
}
