import ArgumentParser

/// How rows are printed. Without a choice: as a table for people.
enum InspectFormat: String, EnumerableFlag {
    /// Comma-separated values with a header (RFC 4180).
    case csv
    /// A JSON object for each row, with the columns as names.
    case json

    static func help(for value: InspectFormat) -> ArgumentHelp? {
        switch value {
        case .csv: ArgumentHelp("\(HelpText.csv)")
        case .json: ArgumentHelp("\(HelpText.jsonRows)")
        }
    }
}
