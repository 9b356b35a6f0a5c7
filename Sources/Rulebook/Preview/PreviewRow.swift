import NetTypes

/// What one rule would have found.
public struct PreviewRow: Equatable, Sendable {
    /// The rule, with its namespace.
    public let rule: String
    /// Its severity.
    public let severity: Int
    /// True when the new set has it.
    public internal(set) var isInNew = false
    /// True when the old set has it.
    public internal(set) var isInOld = false
    /// Its hits.
    public internal(set) var hits: UInt64 = 0
    /// Hits of its old version; 0 without one.
    public internal(set) var oldHits: UInt64 = 0
    /// Flows in which it hits.
    public internal(set) var flows: UInt64 = 0
    /// Files and bodies in which it hits.
    public internal(set) var objects: UInt64 = 0
    /// The units at either end of those flows, by identifier, in order; empty where no directory of networks knows them.
    public internal(set) var units: [String] = []
    /// Capture time of its first hit.
    public internal(set) var first: Timestamp?
    /// Capture time of its last hit.
    public internal(set) var last: Timestamp?

    /// A row without hits.
    init(rule: String, severity: Int) {
        self.rule = rule
        self.severity = severity
    }
}
