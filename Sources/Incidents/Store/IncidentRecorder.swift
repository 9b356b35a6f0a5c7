import Foundation
import NetTypes
import Synchronization

/// Brings detections into the store from a thread of its own, so that a slow disk or a locked file never slows whoever
/// reports them.
///
/// What waits is written in batches, in the order in which it came: the first at once, what comes meanwhile together. While
/// the store fails (a full disk, another process that holds it) the same batch is tried again, and what waits is bounded:
/// beyond `mostWaiting` a detection is not taken, and counted. It is then in the event log alone.
public final class IncidentRecorder: Sendable {
    /// What threads wait for is in the state, which changes only while the condition is locked.
    private let condition = NSCondition()
    private let shared = Mutex(RecorderState())
    private let store: IncidentStore
    private let now: @Sendable () -> Timestamp
    private let line: @Sendable (IncidentChange) -> String
    private let recorded: @Sendable () -> Void
    private let retention: Int?

    /// Detections that may wait to be written.
    public static let mostWaiting = 65_536
    /// Detections of one transaction.
    public static let batch = 2_048
    /// Changes that wait to be taken; beyond, the oldest are let go, since the store has them.
    public static let mostChanges = 4_096

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
    /// `recorded` is called on the recorder's thread when a batch is on disk. Details older than `retention` days are removed
    /// at the start and once a day; nil removes none.
    public init(
        _ store: IncidentStore, retention: Int? = nil, now: @escaping @Sendable () -> Timestamp,
        line: @escaping @Sendable (IncidentChange) -> String,
        recorded: @escaping @Sendable () -> Void = {}
    ) {
        self.store = store
        self.now = now
        self.line = line
        self.recorded = recorded
        self.retention = retention
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
            while waits, shared.withLock({ $0.isFull && !$0.hasEnded }) { condition.wait() }
            let isTaken = shared.withLock { $0.take(report) }
            if isTaken { condition.broadcast() }
            return isTaken
        }
    }

    /// What became of incidents since the last call, in order.
    public func takeChanges() -> [IncidentChange] {
        shared.withLock { state in
            defer { state.changes = [] }
            return state.changes
        }
    }

    /// The account so far.
    public var status: Status { shared.withLock { $0.status } }

    /// Waits until nothing waits to be written any more, at most so many seconds. False where something still does, or was
    /// lost.
    public func settle(within seconds: Double) -> Bool {
        let end = Date(timeIntervalSinceNow: seconds)
        return condition.withLock {
            while shared.withLock({ $0.status.waiting > 0 && !$0.hasEnded }), condition.wait(until: end) {}
            return shared.withLock { $0.status.waiting == 0 && $0.status.lost == 0 }
        }
    }

    /// Writes what waits and ends the thread. What cannot be written within so many seconds is lost, and counted.
    public func finish(within seconds: Double) {
        let end = Date(timeIntervalSinceNow: seconds)
        condition.withLock {
            shared.withLock { $0.isStopping = true }
            condition.broadcast()
            while !hasEnded, condition.wait(until: end) {}
            shared.withLock { $0.end() }
            condition.broadcast()
        }
    }

    private var hasEnded: Bool { shared.withLock { $0.hasEnded } }

    private func run() {
        var pause = 0.05
        var tidied = tidy()
        while let batch = next() {
            do throws(StoreError) {
                settle(try store.record(batch, now: now(), line: line), of: batch.count)
                pause = 0.05
                recorded()
                if now().nanoseconds(since: tidied) > 86_400_000_000_000 { tidied = tidy() }
            } catch {
                // The batch stays where it is; whoever waits for the end may stop the pause.
                rest(pause, because: error)
                pause = min(pause * 2, 2)
            }
        }
        condition.withLock {
            shared.withLock { $0.hasEnded = true }
            condition.broadcast()
        }
    }

    /// Removes what is past its time, and says when. A store that cannot be written to now is tried again tomorrow.
    private func tidy() -> Timestamp {
        let now = now()
        if let retention { _ = try? store.removeDetails(olderThan: retention, now: now) }
        return now
    }

    /// The detections that are to be written next; nil at the end.
    private func next() -> [ReportedDetection]? {
        condition.withLock {
            while shared.withLock({ $0.waiting.isEmpty && !$0.isStopping && !$0.hasEnded }) {
                condition.wait()
            }
            return shared.withLock { state in
                state.waiting.isEmpty || state.hasEnded ? nil : Array(state.waiting.prefix(Self.batch))
            }
        }
    }

    private func settle(_ recording: IncidentStore.Recording, of count: Int) {
        condition.withLock {
            shared.withLock { $0.settle(recording, of: count) }
            condition.broadcast()
        }
    }

    private func rest(_ seconds: Double, because error: StoreError) {
        condition.withLock {
            shared.withLock { $0.status.failure = error }
            let end = Date(timeIntervalSinceNow: seconds)
            while !hasEnded, condition.wait(until: end) {}
        }
    }
}
