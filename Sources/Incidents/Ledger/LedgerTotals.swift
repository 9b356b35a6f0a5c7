/// What a run came to.
public struct LedgerTotals: Hashable, Sendable {
    /// Files that were scanned whole.
    public var done: UInt64 = 0
    /// Files of which a part was scanned.
    public var partial: UInt64 = 0
    /// Files that failed.
    public var failed: UInt64 = 0
    /// Files that had been scanned before, and were left out.
    public var known: UInt64 = 0
    /// Files that were left for another time: still being written, or the time was over.
    public var left: UInt64 = 0
    /// The sums over what was scanned.
    public var counts = LedgerCounts()

    /// All zero.
    public init() {}
}
