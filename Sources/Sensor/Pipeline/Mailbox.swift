import NetTypes
import Ring
import Synchronization

/// The one step of the staircase in a live run: workers put findings in, one thread upstairs takes them out.
///
/// It is bounded. When it fills up, flow records are shed first, then transactions, files and anomalies, and detections
/// only when nothing else is left to shed; each is counted. This is where the data plane has a lock: it is taken for a
/// batch of findings and not for a frame, and never held while anything is done with them.
public final class Mailbox: Sendable {
    private struct State {
        var findings: [Finding] = []
        var statistics = MailboxStatistics()
    }

    /// Part of the room, in quarters, up to which a finding of a kind is let in.
    private enum Share: Int {
        case flows = 2
        case transactions = 3
        case detections = 4
    }

    private let state = Mutex(State())
    private let waiting = Atomic<Int>(0)
    private let capacity: Int
    private let doorbell = Doorbell()

    /// An empty mailbox for so many findings, at least 4.
    public init(capacity: Int) {
        self.capacity = max(capacity, 4)
    }

    /// Puts a batch in, as far as there is room for each kind, and leaves it empty.
    func send(_ batch: inout [Finding]) {
        if batch.isEmpty { return }
        state.withLock { state in
            for finding in batch { admit(finding, to: &state) }
            state.statistics.highWater = max(state.statistics.highWater, state.findings.count)
            waiting.store(state.findings.count, ordering: .releasing)
        }
        batch.removeAll(keepingCapacity: true)
        doorbell.ring()
    }

    private func admit(_ finding: Finding, to state: inout State) {
        state.statistics.offered += 1
        let share = Self.share(of: finding)
        if state.findings.count < capacity / 4 * share.rawValue {
            state.findings.append(finding)
            return
        }
        switch share {
        case .flows: state.statistics.shedFlows += 1
        case .transactions: state.statistics.shedTransactions += 1
        case .detections: state.statistics.shedDetections += 1
        }
    }

    private static func share(of finding: Finding) -> Share {
        switch finding {
        case .flow, .stream: .flows
        case .transaction, .file, .anomaly: .transactions
        case .detection, .statistics: .detections
        }
    }

    /// True when flow records would be shed: who can wait does.
    var isCrowded: Bool { waiting.load(ordering: .acquiring) >= capacity / 4 * Share.flows.rawValue }

    /// Takes out all that is in it, in the order it came.
    public func take() -> [Finding] {
        state.withLock { state in
            var taken: [Finding] = []
            swap(&taken, &state.findings)
            state.statistics.delivered += UInt64(taken.count)
            waiting.store(0, ordering: .releasing)
            return taken
        }
    }

    /// Waits until there is something in it, at most so long. One thread only.
    public func wait(milliseconds: Int) {
        doorbell.wait(unless: { waiting.load(ordering: .acquiring) > 0 }, milliseconds: milliseconds)
    }

    /// Wakes the one who waits, for something else than a finding.
    public func wake() { doorbell.ring() }

    /// What became of findings so far.
    public var statistics: MailboxStatistics {
        state.withLock { state in
            var statistics = state.statistics
            statistics.capacity = capacity
            statistics.waiting = state.findings.count
            return statistics
        }
    }
}
