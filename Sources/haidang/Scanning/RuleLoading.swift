import Scan
import Sensor

/// Loads rules for a run, and tells what was left out.
enum RuleLoading {
    /// The rules of `paths`; none for no paths. One that does not compile is told and left out; when none is left there
    /// is no run.
    static func load(
        _ paths: [String], _ settings: Settings, _ messages: Messages
    ) throws(CommandError) -> (RuleSet?, [RuleProblem]) {
        if paths.isEmpty { return (nil, []) }
        let loaded: (set: RuleSet, problems: [RuleProblem])
        do throws(RuleError) {
            loaded = try RuleSet.load(paths: paths, configuration: settings.sensor.scan)
        } catch {
            throw .rules(error)
        }
        let isEmpty = loaded.set.rules.isEmpty
        for problem in loaded.problems where problem.isError {
            // Without any rule these are errors, which are told even when quiet.
            if isEmpty {
                messages.error(ProblemText.rule(problem))
            } else {
                messages.warning(ProblemText.rule(problem))
            }
        }
        if isEmpty { throw .nothingCompiled(problems: loaded.problems.count) }
        return (loaded.set, loaded.problems)
    }
}
