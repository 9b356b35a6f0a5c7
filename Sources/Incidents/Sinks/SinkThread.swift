import Foundation

/// A thread for one sink. It takes no signals but leaves them to others: those that ask the process for something, and
/// that of a receiver which went away while it was written to, which is an error number instead.
enum SinkThread {
    /// Starts a thread that bears a name and runs a body.
    static func start(_ name: String, _ body: @escaping @Sendable () -> Void) {
        let thread = Thread {
            var signals = sigset_t()
            // Safe: both calls touch only the set that they are lent.
            unsafe sigemptyset(&signals)
            for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2] {
                unsafe sigaddset(&signals, signal)
            }
            unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
            body()
        }
        thread.name = name
        thread.start()
    }

    /// Runs a body, on this thread, with no signal blocked: a program that it starts inherits what is blocked, and would
    /// otherwise not hear of anybody who wants it to end.
    static func unblockingSignals<Result>(_ body: () throws -> Result) rethrows -> Result {
        var (none, before) = (sigset_t(), sigset_t())
        // Safe: the calls touch only the two sets that they are lent.
        unsafe sigemptyset(&none)
        unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
        return try body()
    }
}
