import NetTypes

/// The text of a rule that fired, where it was at hand.
public struct RuleText: Equatable, Sendable {
    /// The folder of rules below the case folder.
    static let folder = "rules"

    /// Namespace and name of the rule, as the incident has it.
    public var rule: String
    /// The bytes of the file that it stands in, of the very rule set that found it; nil when they were not at hand.
    public var text: [UInt8]?
    /// Why they were not, as a clause in English; empty when they were.
    public var reason: String

    /// A rule whose text is at hand.
    public init(rule: String, text: [UInt8]) {
        self.rule = rule
        self.text = text
        reason = ""
    }

    /// A rule whose text is not.
    public init(rule: String, missing reason: String) {
        self.rule = rule
        text = nil
        self.reason = reason
    }
}
