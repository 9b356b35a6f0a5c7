import Foundation
import NetTypes

/// Brings detections into the store from a thread of its own, so that a slow disk or a locked file never slows whoever
/// reports them.
///
/// What waits is written in batches, in the order in which it came: the first at once, what comes meanwhile together. While
/// the store fails (a full disk, another process that holds it) the same batch is tried again, and what waits is bounded:
/// beyond `mostWaiting` a detection is not taken, and counted. It is then in the event log alone.
public final class IncidentRecorder: @unchecked Sendable {
    // Sendable because `state` is only touched with `condition` held, and all else is immutable.
    private let condition = NSCondition()
    private var state = State()
    private let store: IncidentStore
    private let now: @Sendable () -> Timestamp
    private let line: @Sendable (IncidentChange) -> String
    private let recorded: @Sendable () -> Void

    /// Detections that may wait to be written.
    public static let mostWaiting = 65_536
    /// Detections of one transaction.
    public static let batch = 2_048
    /// Changes that wait to be taken; beyond, the oldest are let go, since the store has them.
    public static let mostChanges = 4_096

    private struct State {
        var waiting: [ReportedDetection] = []
        var changes: [IncidentChange] = []
        var status = Status()
        var isStopping = false
        var hasEnded = false
    }

    /// What became of what was reported. `reported = recorded + repeats + dropped + lost + waiting`.
    public struct Status: Equatable, Sendable {
        /// Detections that were reported.
        public var reported: UInt64 = 0
        /// Those that are in the store and are new.
        public var recorded: UInt64 = 0
        /// Those that the store had already.
        public var repeats: UInt64 = 0
        /// Those for which there was no room.
        public var dropped: UInt64 = 0
        /// Those that still waited when the time to end was over.
        public var lost: UInt64 = 0
        /// Those that wait to be written.
        public var waiting: UInt64 = 0
        /// Why the last transaction failed; nil when it went well.
        public var failure: StoreError?
    }

    /// A recorder that has not been started. `now` is the clock, and `line` makes the event of a change for sinks;
    /// `recorded` is called on the recorder's thread when a batch is on disk.
    public init(
        _ store: IncidentStore, now: @escaping @Sendable () -> Timestamp,
        line: @escaping @Sendable (IncidentChange) -> String,
        recorded: @escaping @Sendable () -> Void = {}
    ) {
        self.store = store
        self.now = now
        self.line = line
        self.recorded = recorded
    }

    /// Starts the thread.
    public func start() {
        let thread = Thread { self.run() }
        thread.name = "incidents"
        thread.start()
    }

    /// Takes a detection. False when there was no room for it; with `waits` the caller is held up instead, which only one
    /// that reads savefiles may be.
    @discardableResult
    public func report(_ report: ReportedDetection, waits: Bool = false) -> Bool {
        condition.withLock {
            state.status.reported += 1
            while waits, state.waiting.count >= Self.mostWaiting, !state.hasEnded { condition.wait() }
            guard state.waiting.count < Self.mostWaiting, !state.isStopping else {
                state.status.dropped += 1
                return false
            }
            state.waiting.append(report)
            state.status.waiting += 1
            condition.broadcast()
            return true
        }
    }

    /// What became of incidents since the last call, in order.
    public func takeChanges() -> [IncidentChange] {
        condition.withLock {
            let changes = state.changes
            state.changes = []
            return changes
        }
    }

    /// The account so far.
    public var status: Status { condition.withLock { state.status } }

    /// Writes what waits and ends the thread. What cannot be written within so many seconds is lost, and counted.
    public func finish(within seconds: Double) {
        let end = Date(timeIntervalSinceNow: seconds)
        condition.withLock {
            state.isStopping = true
            condition.broadcast()
            while !state.hasEnded, condition.wait(until: end) {}
            state.status.lost += state.status.waiting
            state.status.waiting = 0
            state.waiting = []
            state.hasEnded = true
            condition.broadcast()
        }
    }

    private func run() {
        var pause = 0.05
        while let batch = next() {
            do throws(StoreError) {
                settle(try store.record(batch, now: now(), line: line), of: batch.count)
                pause = 0.05
                recorded()
            } catch {
                // The batch stays where it is; whoever waits for the end may stop the pause.
                rest(pause, because: error)
                pause = min(pause * 2, 2)
            }
        }
        condition.withLock {
            state.hasEnded = true
            condition.broadcast()
        }
    }

    /// The detections that are to be written next; nil at the end.
    private func next() -> [ReportedDetection]? {
        condition.withLock {
            while state.waiting.isEmpty, !state.isStopping, !state.hasEnded { condition.wait() }
            if state.waiting.isEmpty || state.hasEnded { return nil }
            return Array(state.waiting.prefix(Self.batch))
        }
    }

    private func settle(_ recording: IncidentStore.Recording, of count: Int) {
        condition.withLock {
            // The time to end may have come meanwhile, and with it nothing waits any more.
            let written = min(count, state.waiting.count)
            state.waiting.removeFirst(written)
            state.status.waiting -= UInt64(written)
            state.status.recorded += UInt64(recording.recorded)
            state.status.repeats += UInt64(recording.repeats)
            state.status.failure = nil
            state.changes += recording.changes
            if state.changes.count > Self.mostChanges {
                state.changes.removeFirst(state.changes.count - Self.mostChanges)
            }
            condition.broadcast()
        }
    }

    private func rest(_ seconds: Double, because error: StoreError) {
        condition.withLock {
            state.status.failure = error
            let end = Date(timeIntervalSinceNow: seconds)
            while !state.hasEnded, condition.wait(until: end) {}
        }
    }
}
