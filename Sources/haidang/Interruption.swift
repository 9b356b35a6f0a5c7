import Glibc
import Synchronization

/// SIGINT and SIGTERM as a question that a run asks between frames. A second SIGINT ends the process at once.
enum Interruption {
    /// SIGTERM, by number.
    static let terminate = SIGTERM

    /// The signal that came; 0 for none. Read and written in a signal handler, hence an atomic.
    private static let received = Atomic<Int32>(0)

    /// A descriptor of `/dev/null`, which takes the place of standard input when a signal comes.
    private static let silence = Atomic<Int32>(-1)

    /// The signal that asks this run to end; nil when none has.
    static var signal: Int32? {
        let number = received.load(ordering: .relaxed)
        return number == 0 ? nil : number
    }

    /// SIGHUP came since this was last asked: files are to be opened again.
    static func takeReopening() -> Bool { reopening.exchange(false, ordering: .relaxed) }

    /// SIGUSR2 came since this was last asked: rules are to be loaded again.
    static func takeReloading() -> Bool { reloading.exchange(false, ordering: .relaxed) }

    private static let reopening = Atomic<Bool>(false)
    private static let reloading = Atomic<Bool>(false)

    /// Takes SIGHUP and SIGUSR2 as requests, which end every command that does not take them. They are unblocked, as
    /// those of `install` are.
    static func installRequests() {
        _ = (takeReopening(), takeReloading())
        var signals = sigset_t()
        // Safe: the calls read and fill the structure they are given and keep no pointer to it.
        unsafe sigemptyset(&signals)
        for number in [SIGHUP, SIGUSR2] {
            var action = sigaction()
            // Safe: the handler captures nothing and touches an atomic; the call reads the structure and keeps no
            // pointer to it.
            unsafe action.__sigaction_handler.sa_handler = { number in
                if number == SIGHUP {
                    Interruption.reopening.store(true, ordering: .relaxed)
                } else {
                    Interruption.reloading.store(true, ordering: .relaxed)
                }
            }
            unsafe sigaction(number, &action, nil)
            unsafe sigaddset(&signals, number)
        }
        unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    /// Installs the handlers. SIGPIPE is ignored: a reader that goes away is an error number, not a death.
    ///
    /// System calls are not restarted, and standard input ends with the signal: else a run that waits on a pipe
    /// would wait for ever.
    /// Whoever started this program may have blocked signals, which a new program inherits: they are unblocked.
    static func install() {
        // Both atomics are touched here, since their lazy initialisation must not happen inside a handler.
        received.store(0, ordering: .relaxed)
        // Safe: the path is a literal, and the call keeps no pointer to it.
        unsafe silence.store(open("/dev/null", O_RDONLY | O_CLOEXEC), ordering: .relaxed)
        Glibc.signal(SIGPIPE, SIG_IGN)
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for number in [SIGINT, SIGTERM] {
            var action = sigaction()
            // Safe: the handler captures nothing and makes only calls that are allowed in a handler; the calls below
            // read and fill the structures they are given and keep no pointer to them.
            unsafe action.__sigaction_handler.sa_handler = { number in
                let before = Interruption.received.exchange(number, ordering: .relaxed)
                if before != 0, number == SIGINT { _exit(128 + number) }
                dup2(Interruption.silence.load(ordering: .relaxed), STDIN_FILENO)
            }
            unsafe sigaction(number, &action, nil)
            unsafe sigaddset(&signals, number)
        }
        unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    /// Keeps the signals away from the thread that calls this: the one that asks for them shall be the one whose
    /// system calls they cut short.
    static func leaveToOthers() {
        var signals = sigset_t()
        // Safe: the calls read and fill the structure they are given and keep no pointer to it.
        unsafe sigemptyset(&signals)
        for number in [SIGINT, SIGTERM] { unsafe sigaddset(&signals, number) }
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
}
