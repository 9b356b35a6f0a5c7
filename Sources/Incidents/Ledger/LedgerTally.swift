/// Something that is counted over the files of a run, beside what is counted of each file: for the digest of a night.
public struct LedgerTally: Hashable, Codable, Sendable {
    /// What is counted.
    public enum Kind: String, CaseIterable, Codable, Sendable {
        /// Bytes on the wire from and to an address.
        case talker
        /// Detections of a rule that are alerts, by namespace and name.
        case ruleHits = "rule_hits"
        /// Bytes that libyara has looked at for a rule, by namespace and name.
        case ruleCost = "rule_cost"
        /// Incidents that began, by the identifier of the unit, a bar, and the severity.
        case incident
        /// Files that a folder seems to lack, by the name before the hole.
        case missing
    }

    /// What is counted.
    public var kind: Kind
    /// Of whom or what.
    public var name: String
    /// How many, or how much.
    public var value: UInt64

    /// A tally from its parts.
    public init(_ kind: Kind, _ name: String, _ value: UInt64) {
        self.kind = kind
        self.name = name
        self.value = value
    }
}
