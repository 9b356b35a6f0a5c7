import Glibc

/// What the thread that asks has taken of the processor.
enum ProcessorTime {
    /// Seconds since the thread began.
    static var now: Double {
        var time = timespec()
        // Safe: the call fills in the value that it is lent.
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
