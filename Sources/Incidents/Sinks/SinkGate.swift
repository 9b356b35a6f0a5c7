import Dispatch
import Synchronization

/// Where a sink's thread waits, and others wake it or ask it to end.
final class SinkGate: Sendable {
    private struct State {
        var isRung = false
        var stopBy: ContinuousClock.Instant?
    }

    private let state = Mutex(State())
    private let bell = DispatchSemaphore(value: 0)
    private let end = DispatchSemaphore(value: 0)

    /// New events are there.
    func ring() {
        let isFirst = state.withLock { state in
            defer { state.isRung = true }
            return !state.isRung
        }
        if isFirst { bell.signal() }
    }

    /// Asks the thread to end until a moment.
    func stop(by moment: ContinuousClock.Instant) {
        state.withLock { $0.stopBy = moment }
        bell.signal()
    }

    /// Until when the thread is asked to end; nil while it is not.
    var stopBy: ContinuousClock.Instant? { state.withLock { $0.stopBy } }

    /// Waits for a number of seconds: less when the thread is asked to end, and, where it listens, when the bell rings. One
    /// that does not listen leaves the bell for later.
    func wait(seconds: Double, listens: Bool) {
        let until = ContinuousClock.now + .seconds(seconds)
        while true {
            let (isRung, isStopped) = state.withLock { ($0.isRung, $0.stopBy != nil) }
            if isStopped { return }
            if listens, isRung {
                state.withLock { $0.isRung = false }
                return
            }
            let left = until - .now
            if left <= .zero { return }
            let (whole, attoseconds) = left.components
            let nanoseconds = min(whole, 3600) * 1_000_000_000 + attoseconds / 1_000_000_000
            _ = bell.wait(timeout: .now() + .nanoseconds(Int(nanoseconds)))
        }
    }

    /// Says that the thread has ended.
    func finish() { end.signal() }

    /// Waits for that; false when the time is over. It can be asked more than once.
    func awaitEnd(until moment: ContinuousClock.Instant) -> Bool {
        let left = max(.zero, moment - .now)
        let (whole, attoseconds) = left.components
        let nanoseconds = min(whole, 3600) * 1_000_000_000 + attoseconds / 1_000_000_000
        let hasEnded = end.wait(timeout: .now() + .nanoseconds(Int(nanoseconds))) == .success
        if hasEnded { end.signal() }
        return hasEnded
    }
}
