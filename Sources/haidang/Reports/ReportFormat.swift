import ArgumentParser

/// How a report is written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
    /// A page to print, or to open in a word processor.
    case html
    /// One JSON object.
    case json
}
