import NetTypes

/// Alerts that belong to no action, by rule and hosts.
public struct UnexplainedAlerts: Equatable, Sendable {
    /// Alerts of one rule between two hosts.
    public struct Group: Equatable, Sendable {
        /// The rule.
        public var rule: String
        /// Who sent the bytes; empty where it is not said.
        public var source: String
        /// Whom to; empty where it is not said.
        public var destination: String
        /// How many.
        public var count: UInt64
        /// The earliest and the latest; nil where no time is said.
        public var first: Timestamp?
        /// The latest.
        public var last: Timestamp?
    }

    /// The most groups that are kept.
    public static let most = 1000

    /// All of them.
    public private(set) var count: UInt64 = 0
    /// Those that are in no group, since there were too many.
    public private(set) var ungrouped: UInt64 = 0
    /// Groups, in the order in which they came.
    public private(set) var groups: [Group] = []
    private var places: [String: Int] = [:]

    /// None.
    public init() {}

    mutating func add(_ alert: SeenAlert) {
        count += 1
        let source = alert.source?.address.description ?? ""
        let destination = alert.destination?.address.description ?? ""
        let key = "\(source) \(destination) \(alert.rule)"
        if let place = places[key] {
            groups[place].count += 1
            if let time = alert.time {
                groups[place].first = min(groups[place].first ?? time, time)
                groups[place].last = max(groups[place].last ?? time, time)
            }
        } else if groups.count < Self.most {
            places[key] = groups.count
            groups.append(
                Group(
                    rule: alert.rule, source: source, destination: destination, count: 1,
                    first: alert.time, last: alert.time))
        } else {
            ungrouped += 1
        }
    }

    /// Equal when the same is kept.
    public static func == (left: UnexplainedAlerts, right: UnexplainedAlerts) -> Bool {
        left.count == right.count && left.ungrouped == right.ungrouped && left.groups == right.groups
    }
}
