import Incidents
import NetTypes

/// Enters the alerts of a drill into its store, so that the incidents and their events are the same at every pace and with
/// any number of workers.
///
/// Detections are taken in the order of capture time, a second of it in one transaction, once that second is past; what an
/// incident is told by the clock of the sensor is in a drill told by that of the traffic.
public final class DrillBook {
    private let store: IncidentStore
    private let line: (IncidentChange) -> String
    private let tell: (String) -> Void
    private var waiting: [ReportedDetection] = []
    /// The first failure of the store; nil while all went well.
    public private(set) var failure: StoreError?
    /// Detections that did not get into the store.
    public private(set) var lost = 0

    /// Detections that may wait for their second to be past; beyond it the earliest are entered at once.
    public static let mostWaiting = 65_536
    private static let second: Int64 = 1_000_000_000

    /// A book over a store. `line` makes the event of a change, and `tell` takes it.
    public init(
        _ store: IncidentStore, line: @escaping (IncidentChange) -> String, tell: @escaping (String) -> Void
    ) {
        self.store = store
        self.line = line
        self.tell = tell
    }

    /// Takes an alert.
    public func take(_ report: ReportedDetection) {
        waiting.append(report)
        if waiting.count >= Self.mostWaiting { enter { _ in true } }
    }

    /// Enters what is older than a second before this capture time.
    public func advance(to time: Timestamp) {
        let limit = Self.second(of: time) - 1
        if waiting.contains(where: { Self.second(of: $0.detection.timestamp) < limit }) {
            enter { $0 < limit }
        }
    }

    /// Enters the rest.
    public func finish() { enter { _ in true } }

    private func enter(_ isDue: (Int64) -> Bool) {
        var due = waiting.filter { isDue(Self.second(of: $0.detection.timestamp)) }
        waiting.removeAll { isDue(Self.second(of: $0.detection.timestamp)) }
        due.sort { left, right in
            (left.detection.timestamp, left.detection.number)
                < (right.detection.timestamp, right.detection.number)
        }
        var rest = due[...]
        while let first = rest.first {
            let second = Self.second(of: first.detection.timestamp)
            let batch = rest.prefix { Self.second(of: $0.detection.timestamp) == second }
            rest = rest.dropFirst(batch.count)
            record(Array(batch))
        }
    }

    private func record(_ batch: [ReportedDetection]) {
        guard let now = batch.last?.detection.timestamp else { return }
        do throws(StoreError) {
            for change in try store.record(batch, now: now, line: line).changes { tell(line(change)) }
        } catch {
            failure = failure ?? error
            lost += batch.count
        }
    }

    private static func second(of time: Timestamp) -> Int64 { time.nanoseconds / second }
}
