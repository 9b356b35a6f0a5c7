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
}
