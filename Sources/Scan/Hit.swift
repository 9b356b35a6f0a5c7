import NetTypes

/// A rule that matched the scanned bytes.
public struct Hit: Equatable, Sendable {
    /// Index into `RuleSet.rules`.
    public var rule: Int
    /// Where its strings matched: the matches with the lowest offsets, as many as the configuration keeps, by
    /// offset, then identifier. Private strings are left out; empty for a condition without strings.
    public var strings: [StringMatch]

    /// A hit from its parts.
    public init(rule: Int, strings: [StringMatch]) {
        self.rule = rule
        self.strings = strings
    }
}
