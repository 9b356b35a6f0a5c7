import NetTypes
import Rulebook
import Scan
import Sensor

/// Loads rules, and tells what was left out.
enum RuleLoading {
    /// The rules of a run, without those that are slow beyond measure; nil for no paths, as where a run has only lists of
    /// indicators.
    static func loadForRun(
        _ paths: [String], _ settings: Settings, _ messages: Messages
    ) throws(CommandError) -> (RuleSet?, [RuleProblem]) {
        if paths.isEmpty { return (nil, []) }
        let places = try RulePlaces.open(paths, settings)
        let loaded: (RuleSet, [RuleProblem])
        do throws(RuleError) {
            loaded = try RuleQuarantine.load(places, settings.sensor.scan)
        } catch {
            throw .rules(error)
        }
        try tell(loaded, messages)
        return loaded
    }

    /// Those rules of a run that are not among known ones, and the indicators where some are new. What is wrong with rules was
    /// told when all were loaded.
    static func loadForHunt(
        _ paths: [String], _ settings: Settings, _ indicators: IndicatorSet?, without known: Set<[UInt8]>
    ) throws(CommandError) -> HuntedRules {
        if paths.isEmpty { return HuntedRules(rules: nil, indicators: indicators, known: known) }
        let places = try RulePlaces.open(paths, settings)
        do throws(RuleError) {
            let rules = try RuleQuarantine.load(places, settings.sensor.scan, without: known).0
            return HuntedRules(rules: rules, indicators: indicators, known: known)
        } catch {
            throw .rules(error)
        }
    }

    /// All rules of these places, for what looks at rules and not at traffic of now.
    static func load(
        _ places: [RulePlace], _ settings: Settings, _ messages: Messages
    ) throws(CommandError) -> (RuleSet, [RuleProblem]) {
        let loaded: (RuleSet, [RuleProblem])
        do throws(RuleError) {
            loaded = try RuleSet.load(places: places, configuration: settings.sensor.scan)
        } catch {
            throw .rules(error)
        }
        try tell(loaded, messages)
        return loaded
    }

    /// Tells what was left out. When no rule is left there is nothing to do.
    private static func tell(
        _ loaded: (set: RuleSet, problems: [RuleProblem]), _ messages: Messages
    ) throws(CommandError) {
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
    }
}
