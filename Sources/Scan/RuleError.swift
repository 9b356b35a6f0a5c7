/// Why there is no rule set at all. What is wrong with single rules is a `RuleProblem`.
public enum RuleError: Error, Equatable, Sendable {
    /// There is nothing at the path that was given.
    case missing(path: String)
    /// It is there but cannot be read, or is more than may be read; `reason` is the system's word or ours.
    case unreadable(path: String, reason: String)
    /// These folders hold no rule file.
    case noRules(paths: [String])
    /// libyara failed for a reason that lies in no rule (no memory).
    case engine(String)
}
