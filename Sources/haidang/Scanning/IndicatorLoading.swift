import Rulebook

/// Reads lists of indicators for a run, and tells what was left out.
enum IndicatorLoading {
    /// The indicators that the settings name; nil when they name none.
    static func load(_ settings: Settings, _ messages: Messages) throws(CommandError) -> IndicatorLoad? {
        guard !settings.indicators.isEmpty else { return nil }
        let load: IndicatorLoad
        do throws(IndicatorError) {
            load = try IndicatorLoader.load(paths: settings.indicators)
        } catch {
            throw .indicators(error)
        }
        for file in load.files {
            for problem in file.problems { messages.warning(IndicatorText.problem(problem)) }
            let more = file.leftOut - file.problems.count
            if more > 0 { messages.warning(IndicatorText.moreProblems(path: file.path, count: more)) }
        }
        return load
    }
}
