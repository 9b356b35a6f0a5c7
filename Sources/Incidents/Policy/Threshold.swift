import NetTypes

/// An entry of the operator's list: detections that say something only when there are several within some time. The first
/// ones are suppressed; from the `count`th on they are alerts.
public struct Threshold: Equatable, Sendable {
    /// Its name, distinct among all entries.
    public var id: String
    /// Which rules, by `namespace/name`; nil for all.
    public var rule: NamePattern?
    /// How many make an alert: 2 to `AlertPolicy.mostCounted`.
    public var count: Int
    /// Within how many seconds of capture time.
    public var seconds: Int
    /// What is counted together.
    public var by: Key
    /// The last day, by capture time, on which it counts.
    public var until: Day
    /// Why.
    public var reason: String

    /// What is counted together.
    public enum Key: String, CaseIterable, Sendable {
        /// Detections of one sender, whatever the rule.
        case source
        /// Detections of one receiver, whatever the rule.
        case destination
        /// Detections of one rule, whoever sent.
        case rule
        /// Detections in one flow.
        case flow
    }

    /// An entry from its parts.
    public init(
        id: String, rule: NamePattern?, count: Int, seconds: Int, by: Key, until: Day, reason: String
    ) {
        self.id = id
        self.rule = rule
        self.count = count
        self.seconds = seconds
        self.by = by
        self.until = until
        self.reason = reason
    }

    /// True when a detection is one of those meant.
    func matches(_ detection: Detection, name: String) -> Bool {
        detection.timestamp < until.end && rule?.matches(name) != false
    }
}
