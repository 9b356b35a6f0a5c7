import Glibc
import NetTypes

/// The clock of the machine that is never set, CLOCK_MONOTONIC.
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

    var now: Int64 { Self.time(CLOCK_MONOTONIC) }

    var wall: Timestamp { Timestamp(nanoseconds: Self.time(CLOCK_REALTIME)) }

    func wait(until deadline: Int64) {
        if deadline - now > Self.spin { Self.sleep(until: deadline - Self.spin) }
        while now < deadline {}
    }

    func rest(nanoseconds: Int64) {
        Self.sleep(until: now + max(0, nanoseconds))
    }

    private static func time(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        // Safe: the call fills the structure and keeps no pointer to it. It cannot fail for these clocks.
        _ = unsafe clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    /// A signal may end it early, which the loops around it allow for.
    private static func sleep(until deadline: Int64) {
        var time = timespec(
            tv_sec: Int(deadline / 1_000_000_000), tv_nsec: Int(deadline % 1_000_000_000))
        // Safe: the call reads the structure and keeps no pointer to it.
        _ = unsafe clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nil)
    }
}
