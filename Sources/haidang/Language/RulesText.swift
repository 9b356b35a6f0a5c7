import Rulebook
import Scan

/// What the `rules` commands say.
enum RulesText: Text {
    /// How many rules compile, and how much is wrong.
    case checked(good: Int, errors: Int, advice: Int)
    /// What a rule is about, and why.
    case subject(RuleSubject)
    /// What is wrong with the metadata of a rule.
    case fault(MetadataFault, of: Rule)
    /// What came of a rule and a capture.
    case verdict(RuleTestRow.Verdict)
    /// What a rule must do in a capture.
    case expectation(mustHit: Bool)
    /// How many rows of a test are as they must be.
    case tested(good: Int, failed: Int, captures: Int)
    /// Two things were to go to standard output.
    case twoFormats
    /// A number that is no severity.
    case noSeverity(Int)
    /// How many rules were listed.
    case listed(Int, of: Int)
    /// What happened to a rule.
    case change(RuleDifference.Kind)
    /// A part of a rule.
    case part(RuleDifference.Part)
    /// How many rules differ.
    case compared(changed: Int, same: Int)
}
