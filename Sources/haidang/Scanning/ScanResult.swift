import Capture
import Incidents
import NetTypes

/// What became of one file of a scan.
struct ScanResult {
    /// How it went.
    var verdict: LedgerVerdict
    /// What was counted.
    var counts = LedgerCounts()
    /// Capture time of its first frame; nil without one.
    var firstFrame: Timestamp?
    /// That of its last one.
    var lastFrame: Timestamp?
    /// When its scan began.
    var started: Timestamp

    /// The result of a file that was read, to its end or in part.
    init(
        _ verdict: SavefileVerdict, _ statistics: SensorStatistics, _ record: StatisticsRecord?,
        wasInterrupted: Bool, started: Timestamp
    ) {
        let left = Remainder.list(statistics).map(\.member.0)
        switch verdict {
        case _ where wasInterrupted: self.verdict = .partial(.interrupted, reason: "interrupted")
        case .partial(let reason): self.verdict = .partial(.damaged, reason: reason)
        case .complete where left.isEmpty: self.verdict = .done
        case .complete: self.verdict = .partial(.limited, reason: left.joined(separator: ", "))
        }
        counts = LedgerCounts(statistics)
        if let record, statistics.capture.frames > 0 {
            lastFrame = record.timestamp
            firstFrame = record.timestamp.advanced(by: -record.elapsed)
        }
        self.started = started
    }

    /// The result of a file that could not be read.
    init(failed reason: String, started: Timestamp) {
        verdict = .failed(reason: reason)
        self.started = started
    }
}
