import Rulebook

/// What is said of lists of indicators.
enum IndicatorText: Text {
    /// What the option does.
    case option
    /// Lists cannot be used.
    case error(IndicatorError)
    /// An indicator was left out.
    case problem(IndicatorProblem)
    /// More were left out of a list than are named.
    case moreProblems(path: String, count: Int)
    /// How many are looked for.
    case count(Int, lists: Int, leftOut: Int, withheld: Int)
    /// Other lists are at work.
    case replaced(count: Int, lists: Int, leftOut: Int)
    /// The lists could not be read again; the old ones go on.
    case kept(reason: String)

    /// What stands in a list, as it may be shown.
    static func quoted(_ text: String) -> String { "\"" + Escaping.shown(text) + "\"" }
}
