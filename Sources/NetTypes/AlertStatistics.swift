/// What became of detections on their way to be alerts: `judged = alerts + suppressed`, and what suppressed them.
public struct AlertStatistics: Equatable, Sendable {
    /// Detections that are alerts.
    public var alerts: UInt64 = 0
    /// Detections that an entry kept from being one.
    public var suppressed: UInt64 = 0
    /// Detections that a threshold let through, since there was no room to count them.
    public var uncounted: UInt64 = 0
    /// Each entry of the operator's list, in its order, also those that never matched.
    public var entries: [Entry] = []

    /// All zero.
    public init() {}

    /// What one entry has suppressed.
    public struct Entry: Equatable, Sendable {
        /// Its name.
        public let id: String
        /// Detections that it matched: for a threshold also those that it let through.
        public var matched: UInt64
        /// Detections that it suppressed.
        public var suppressed: UInt64

        /// An entry from its parts.
        public init(id: String, matched: UInt64 = 0, suppressed: UInt64 = 0) {
            self.id = id
            self.matched = matched
            self.suppressed = suppressed
        }
    }

    /// What was counted since an earlier state of the same counters.
    public func since(_ earlier: AlertStatistics) -> AlertStatistics {
        var difference = self
        difference.alerts &-= earlier.alerts
        difference.suppressed &-= earlier.suppressed
        difference.uncounted &-= earlier.uncounted
        let before = Dictionary(earlier.entries.map { ($0.id, $0) }) { first, _ in first }
        for (index, entry) in entries.enumerated() {
            guard let old = before[entry.id] else { continue }
            difference.entries[index].matched &-= old.matched
            difference.entries[index].suppressed &-= old.suppressed
        }
        return difference
    }
}
