/// A counter of the kernel that has 32 bits, added up in 64.
struct WrappingCounter {
    /// All that was counted, over every restart.
    private(set) var total: UInt64 = 0
    private var last: UInt32 = 0

    /// Takes over what the counter says now, once it has counted at most 2³¹ - 1 since it was last asked.
    ///
    /// A longer way forward is a way back: an interface that was replaced has counters of its own, and those begin
    /// anew. Nothing is known to have been counted then.
    mutating func advance(to value: UInt32) {
        let step = value &- last
        if step <= UInt32(Int32.max) { total &+= UInt64(step) }
        last = value
    }

    /// The next value is of a new counter, which began at 0.
    mutating func restart() { last = 0 }
}
