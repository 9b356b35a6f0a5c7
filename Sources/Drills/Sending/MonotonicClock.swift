import Foundation
import NetTypes

/// The clock of the machine that is never set: CLOCK_MONOTONIC, which Swift calls the suspending one.
///
/// A sleep ends late: by the slack of timers, which is 50 µs on Linux unless asked otherwise (prctl(2)), and by the
/// time that the processor needs to wake up, which in a virtual machine has no bound that one could name; and a
/// processor that has slept sends more slowly for a while. So it sleeps until some time before, and then looks at the
/// clock until it is time. Deadlines are points in time, so that what one wait is late by, the next one is not.
struct MonotonicClock: PacingClock {
    /// Nanoseconds before a deadline that are not slept, but spent looking at the clock: 20 ms. Measured by
    /// `.ci/replay-timing` on a virtual machine, the 99th percentile of the error of the time between frames was 100 µs
    /// with 0.25 ms of it, 38 µs with 1 ms and 13 µs with this. The price is a processor that is busy while frames come
    /// closer together than that.
    static let spin: Int64 = 20_000_000

    /// Where the clock stood when it was first asked: only differences count.
    private static let origin = SuspendingClock.now

    var now: Int64 { (SuspendingClock.now - Self.origin).nanoseconds }

    var wall: Timestamp { Timestamp(nanoseconds: Int64(Date().timeIntervalSince1970 * 1e9)) }

    func wait(until deadline: Int64) {
        rest(nanoseconds: deadline - now - Self.spin)
        while now < deadline {}
    }

    /// A signal may end it early, which the loops around it allow for.
    func rest(nanoseconds: Int64) {
        if nanoseconds > 0 { Thread.sleep(forTimeInterval: Double(nanoseconds) / 1e9) }
    }
}
