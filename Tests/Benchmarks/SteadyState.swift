import CMeter

/// Counts the allocations between two frames of a run: the `start`-th and the one as far behind it again.
struct SteadyState {
    private let start: UInt64
    private var before: UInt64 = 0
    /// Allocations between the two frames; nil until the second has gone by.
    private(set) var allocations: UInt64?

    init(start: UInt64) {
        self.start = start
    }

    /// Notes that so many frames have gone by.
    @inline(__always)
    mutating func pass(_ frames: UInt64) {
        if frames == start { before = meter_allocations() }
        if frames == 2 * start { allocations = meter_allocations() - before }
    }
}
