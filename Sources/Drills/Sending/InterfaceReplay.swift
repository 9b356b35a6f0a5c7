import Capture
import Glibc
import NetTypes

/// A capture that is sent to an interface as it was captured, so that a live sensor or another product sees it.
///
/// Whether the interface may be used is asked before, of `InterfacePermission`.
public enum InterfaceReplay {
    /// Sends the frames of a capture to an interface, and returns what became of them.
    ///
    /// `speed` is in times of the captured one, 0 for as fast as possible. The calling thread does all of it: it sleeps
    /// between frames and, for the last 20 ms before each, looks at the clock. `isStopped` is asked before each frame and
    /// every 50 ms; `progress` is told of the account five times a second when there is time, else every two seconds.
    /// What comes in at the interface is not looked at. Needs CAP_NET_RAW.
    ///
    /// Throws before anything is sent when the capture or the interface cannot be used, and `lost`, with the account,
    /// when the interface goes down meanwhile.
    public static func run(
        path: String, interface: String, speed: Double, isStopped: @escaping () -> Bool = { false },
        progress: @escaping (SendingAccount) -> Void = { _ in }
    ) throws(SendingError) -> SendingAccount {
        guard speed >= 0, speed.isFinite else { throw .badSpeed }
        var file = try open(path)
        let sender = try open(on: interface)
        var loop = SendingLoop(
            MonotonicClock(), speed: speed, linkType: sender.linkType, isStopped: isStopped,
            progress: progress)
        // A thread that looks at the clock is what a busy scheduler takes the processor from, for milliseconds. On Linux
        // this is about the calling thread; without the right to it (CAP_SYS_NICE) it stays as it is.
        let priority = getpriority(Self.thread, 0)
        _ = setpriority(Self.thread, 0, -20)
        defer { _ = setpriority(Self.thread, 0, priority) }
        try loop.run(&file, on: interface) { frame in sender.send(frame) }
        var account = loop.account
        if case .partial(let reason) = file.verdict, !account.isStopped { account.partial = reason }
        return account
    }

    private static let thread = __priority_which_t(PRIO_PROCESS.rawValue)

    private static func open(_ path: String) throws(SendingError) -> Savefile {
        do throws(CaptureError) {
            return try Savefile(path: path)
        } catch {
            throw .capture(error)
        }
    }

    private static func open(on interface: String) throws(SendingError) -> FrameSender {
        do throws(CaptureError) {
            return try FrameSender(interface: interface)
        } catch {
            throw .capture(error)
        }
    }
}
