import Foundation

/// Tries that get rarer, up to a point in time.
struct Patience {
    private let end: ContinuousClock.Instant
    private var pause: Duration
    private let longest: Duration

    /// Patience for a while from now on; pauses double from the first to the longest.
    init(_ most: Duration, first: Duration = .milliseconds(20), longest: Duration = .seconds(1)) {
        end = .now + most
        (pause, self.longest) = (first, longest)
    }

    /// What is left; never negative.
    var rest: Duration { max(.zero, end - .now) }

    /// Sleeps before the next try; false when there is no time for one.
    mutating func wait() -> Bool {
        let rest = rest
        guard rest > .zero else { return false }
        Thread.sleep(forTimeInterval: min(pause, rest) / .seconds(1))
        pause = min(pause * 2, longest)
        return true
    }
}
