import Capture
import Scan

/// What went wrong, each in one sentence that names what and where. Names are escaped by the catalogues.
enum ProblemText: Text {
    /// No path was named.
    case noInput
    /// An input cannot be used.
    case capture(CaptureError)
    /// Rules cannot be used.
    case rules(RuleError)
    /// A rule, or a piece of a rule file, was left out.
    case rule(RuleProblem)
    /// Something in the configuration file is not valid.
    case configuration(ConfigurationProblem)
    /// None of the rules compiles.
    case nothingCompiled(problems: Int)
    /// There is no rule folder in any of the usual places.
    case noRuleFolder(tried: [String])
    /// A file that was to be written cannot be.
    case cannotWrite(path: String, reason: String)
    /// The event log was to go to standard output, which has the results.
    case eventLogOnOutput
    /// The event log could not be written to its end.
    case eventLogBroken(path: String, reason: String)
    /// Standard output could not be written to its end.
    case resultsLost(reason: String)
    /// The counters do not add up: an error of ours.
    case unbalanced(law: String)
    /// The command line could not be understood, and why (a `UsageText`).
    case usage(String)
    /// Where help is.
    case seeHelp(command: String)
    /// The system gave no memory or no thread.
    case noThreads
    /// An error of our own.
    case unexpected(String)

    /// Names of interfaces that a sentence has room for.
    private static let mostNames = 12

    /// The first of some names, for either language; dots when there are more.
    static func names(of interfaces: [String]) -> String {
        let shown = interfaces.prefix(mostNames).map(Escaping.shown)
        return (interfaces.count > mostNames ? shown + ["…"] : shown).joined(separator: ", ")
    }
}
