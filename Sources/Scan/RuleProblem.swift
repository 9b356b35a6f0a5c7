/// Something to tell the author of a rule. A problem never stops the rest of the set from loading.
public struct RuleProblem: Equatable, Sendable {
    /// The file, as the operator would name it.
    public var file: String
    /// The line in that file, from 1; 0 when the problem is with the whole file.
    public var line: Int
    /// The rule; nil when the problem is outside any.
    public var rule: String?
    /// What is wrong, in the compiler's words where it has any.
    public var message: String
    /// True when something was left out for it; false for advice.
    public var isError: Bool

    /// A problem from its parts.
    public init(file: String, line: Int, rule: String?, message: String, isError: Bool) {
        self.file = file
        self.line = line
        self.rule = rule
        self.message = message
        self.isError = isError
    }
}
