import NetTypes

@testable import Drills

/// A clock that stands still until somebody waits, and that a test may make late.
final class SteppedClock: PacingClock {
    /// What is added to each wait.
    var delay: Int64 = 0
    private(set) var now: Int64 = 5_000_000_000
    private(set) var rests: [Int64] = []

    var wall: Timestamp { Timestamp(seconds: 1_795_508_130, nanoseconds: now) }

    func wait(until deadline: Int64) {
        if deadline > now { now = deadline + delay }
    }

    func rest(nanoseconds: Int64) {
        rests.append(nanoseconds)
        now += nanoseconds
    }

    /// Lets time pass.
    func pass(_ nanoseconds: Int64) { now += nanoseconds }
}
