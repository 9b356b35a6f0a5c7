import NetTypes

/// Decides which detections are alerts: the one place where the operator's list of suppressions and thresholds counts.
///
/// A value that is fed with detections and their capture time; it knows no clock and no file. Suppressions come first, in
/// the order of the list; a detection that one matches counts for no threshold. Of thresholds the first that matches
/// decides. What it remembers is bounded by `mostKeys`, and where there is no room a detection is an alert: a flood may
/// make alerts, never silence.
public struct AlertPolicy: Sendable {
    /// Senders, receivers, rules and flows that are counted at the same time, over all thresholds.
    public static let mostKeys = 65_536
    /// The most that a threshold may count.
    public static let mostCounted = 1_000

    /// The suppressions, in the order of the list.
    public private(set) var suppressions: [Suppression]
    /// The thresholds, in the order of the list.
    public private(set) var thresholds: [Threshold]
    /// What became of detections so far.
    public private(set) var statistics = AlertStatistics()

    private var counter: ThresholdCounter

    /// A policy that has judged nothing; without entries every detection is an alert.
    public init(
        suppressions: [Suppression] = [], thresholds: [Threshold] = [], mostKeys: Int = AlertPolicy.mostKeys
    ) {
        self.suppressions = suppressions
        self.thresholds = thresholds
        counter = ThresholdCounter(limit: mostKeys)
        statistics.entries = Self.entries(suppressions, thresholds)
    }

    /// True when nothing is ever suppressed.
    public var isEmpty: Bool { suppressions.isEmpty && thresholds.isEmpty }

    private static func entries(
        _ suppressions: [Suppression], _ thresholds: [Threshold]
    ) -> [AlertStatistics.Entry] {
        (suppressions.map(\.id) + thresholds.map(\.id)).map { AlertStatistics.Entry(id: $0) }
    }

    /// Exchanges the entries for those of a newer list. Counters go on; an entry that is gone takes its own with it.
    public mutating func replaceEntries(by newer: AlertPolicy) {
        let before = Dictionary(statistics.entries.map { ($0.id, $0) }) { first, _ in first }
        suppressions = newer.suppressions
        thresholds = newer.thresholds
        statistics.entries = Self.entries(suppressions, thresholds).map { before[$0.id] ?? $0 }
    }

    /// The finding, with what suppresses it where it is a detection and something does.
    public mutating func judge(_ finding: Finding) -> Finding {
        guard case .detection(var detection) = finding else { return finding }
        detection.suppression = judge(detection)
        return .detection(detection)
    }

    /// What suppresses a detection; nil when it is an alert.
    public mutating func judge(_ detection: Detection) -> AppliedSuppression? {
        if isEmpty {
            statistics.alerts += 1
            return nil
        }
        let name = detection.rule.namespace + "/" + detection.rule.name
        if let place = suppressions.firstIndex(where: { $0.matches(detection, name: name) }) {
            let entry = suppressions[place]
            suppress(by: place)
            return AppliedSuppression(id: entry.id, reason: entry.reason, until: entry.until)
        }
        if let place = thresholds.firstIndex(where: { $0.matches(detection, name: name) }),
            isBelow(thresholds[place], detection, entry: suppressions.count + place)
        {
            let entry = thresholds[place]
            return AppliedSuppression(id: entry.id, reason: entry.reason, until: entry.until)
        }
        statistics.alerts += 1
        return nil
    }

    private mutating func suppress(by entry: Int) {
        statistics.suppressed += 1
        statistics.entries[entry].matched += 1
        statistics.entries[entry].suppressed += 1
    }

    private mutating func isBelow(_ threshold: Threshold, _ detection: Detection, entry: Int) -> Bool {
        let subject: ThresholdCounter.Subject =
            switch threshold.by {
            case .source: .address(detection.flow.sender(detection.direction).address)
            case .destination: .address(detection.flow.sender(detection.direction.reversed).address)
            case .rule: .rule(detection.rule.signatureID)
            case .flow: .flow(detection.flow.id)
            }
        let key = ThresholdCounter.Key(threshold: threshold.id, subject: subject)
        switch counter.count(key, at: detection.timestamp, threshold) {
        case .below:
            suppress(by: entry)
            return true
        case .reached: break
        case .full: statistics.uncounted += 1
        }
        statistics.entries[entry].matched += 1
        return false
    }
}
