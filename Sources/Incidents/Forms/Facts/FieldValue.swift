/// What stands in a field of a form.
enum FieldValue: Equatable {
    /// Lines of text, each safe to show (`PrintedText`).
    case lines([String])
    /// The boxes that are ticked, by their identifiers, and what was written beside one of them.
    case ticked([String])
    /// A table with its headings.
    case table(columns: [String], rows: [[String]])

    /// True when nothing is known.
    var isEmpty: Bool {
        switch self {
        case .lines(let lines): lines.isEmpty
        case .ticked(let boxes): boxes.isEmpty
        case .table(_, let rows): rows.isEmpty
        }
    }

    /// A line with a text; nothing when it is blank.
    static func line(_ text: String) -> FieldValue {
        text.allSatisfy(\.isWhitespace) ? .lines([]) : .lines([text])
    }
}
