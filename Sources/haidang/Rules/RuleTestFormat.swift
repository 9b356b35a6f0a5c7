import ArgumentParser

/// How the outcome of `rules test` is printed. Without a choice: as a table for people.
enum RuleTestFormat: String, EnumerableFlag {
    /// The Test Anything Protocol.
    case tap
    /// A JSON object for each rule and capture.
    case json

    static func help(for value: RuleTestFormat) -> ArgumentHelp? {
        switch value {
        case .tap: ArgumentHelp("\(RulesHelp.tap)")
        case .json: ArgumentHelp("\(RulesHelp.jsonTests)")
        }
    }
}
