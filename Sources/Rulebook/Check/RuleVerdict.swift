import NetTypes
import Scan

/// What a check has to say of one rule that compiles.
public struct RuleVerdict: Equatable, Sendable {
    /// The rule.
    public let rule: Rule
    /// The rule as it is written; nil only when the file was changed between two looks.
    public let outline: RuleOutline?
    /// What its metadata says.
    public let profile: RuleProfile
    /// What it is about.
    public let subject: RuleSubject
    /// What is wrong with its metadata.
    public internal(set) var faults: [MetadataFault]
    /// What the compiler advises.
    public let advice: [RuleProblem]

    /// True when there is nothing to better.
    public var isGood: Bool { faults.isEmpty && advice.isEmpty }
}
