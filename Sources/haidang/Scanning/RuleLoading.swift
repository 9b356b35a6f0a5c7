import Rulebook
import Scan
import Sensor

/// Loads rules for a run, and tells what was left out.
enum RuleLoading {
    /// The rules of `paths`; nil for no paths, as where a run has only lists of indicators.
    static func loadIfAny(
        _ paths: [String], _ settings: Settings, _ messages: Messages
    ) throws(CommandError) -> (RuleSet?, [RuleProblem]) {
        if paths.isEmpty { return (nil, []) }
        let (rules, problems) = try load(paths, settings, messages)
        return (rules, problems)
    }

    /// The rules of `paths`. One that does not compile is told and left out; when none is left there is no run.
    static func load(
        _ paths: [String], _ settings: Settings, _ messages: Messages
    ) throws(CommandError) -> (RuleSet, [RuleProblem]) {
        let places = try RulePlaces.open(paths, settings)
        let loaded: (set: RuleSet, problems: [RuleProblem])
        do throws(RuleError) {
            loaded = try RuleQuarantine.load(places, settings.sensor.scan)
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
