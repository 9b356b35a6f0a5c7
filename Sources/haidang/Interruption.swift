import Glibc
import Synchronization

/// SIGINT and SIGTERM as a question that a run asks between frames. A second SIGINT ends the process at once.
enum Interruption {
    /// SIGTERM, by number.
    static let terminate = SIGTERM

    /// The signal that came; 0 for none. Read and written in a signal handler, hence an atomic.
    private static let received = Atomic<Int32>(0)

    /// The signal that asks this run to end; nil when none has.
    static var signal: Int32? {
        let number = received.load(ordering: .relaxed)
        return number == 0 ? nil : number
    }

    /// Installs the handlers. SIGPIPE is ignored: a reader that goes away is an error number, not a death.
    ///
    /// System calls are not restarted, so that a read that waits on a pipe for ever ends too.
    static func install() {
        _ = received.load(ordering: .relaxed)  // Its lazy initialisation must not happen inside a handler.
        Glibc.signal(SIGPIPE, SIG_IGN)
        for number in [SIGINT, SIGTERM] {
            var action = sigaction()
            // Safe: the handler captures nothing and makes only calls that are allowed in a handler.
            unsafe action.__sigaction_handler.sa_handler = { number in
                let before = Interruption.received.exchange(number, ordering: .relaxed)
                if before != 0, number == SIGINT { _exit(128 + number) }
            }
            unsafe sigaction(number, &action, nil)
        }
    }
}
