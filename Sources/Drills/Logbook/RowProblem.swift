/// What can be wrong with a line of a file of actions.
public enum RowProblem: Equatable, Sendable {
    /// What it says is no action.
    case action(ActionProblem)
    /// A quotation mark that is never closed, or followed by something that is no comma.
    case badQuotes
    /// It has more or fewer fields than there are headings.
    case fields(Int, expected: Int)
    /// There is no column of this heading; the nearest known one, where there is one.
    case unknownHeading(nearest: String?)
    /// The heading is there twice.
    case repeatedHeading
    /// A column that is needed is not there.
    case missingHeading
    /// It is not UTF-8.
    case badText
}
