import NetTypes
import Synchronization

/// How hard a run works, and when it has to be over.
struct ScanPace: Sendable {
    /// Units that are read at the same time, from 1.
    var jobs = 1
    /// When the run ends, by the clock; nil when it is done.
    var until: Timestamp?

    /// True once the run has to end.
    var isOver: Bool {
        guard let until else { return false }
        return Timestamp.now >= until
    }

    /// Whether so many bytes, of which a job has read `rate` in a second, are read before the run has to end. Without a rate
    /// nobody knows, and it is tried.
    func allows(bytes: UInt64, rate: Double?) -> Bool {
        guard let until else { return true }
        let now = Timestamp.now
        guard now < until else { return false }
        guard let rate, rate > 0 else { return true }
        return Double(bytes) / rate <= Double(until.nanoseconds(since: now)) / 1e9
    }
}
