import Foundation

/// Where a command speaks: results on one stream, everything else on the other.
struct Terminal {
    /// Standard output.
    let results: ResultStream
    /// Standard error.
    let messages: Messages
    /// Colours of the results.
    let palette: Palette

    /// The terminal as the options and the environment want it (`NO_COLOR` counts when it is not empty).
    init(quiet: Bool = false, noColor: Bool = false) {
        let environment = ProcessInfo.processInfo.environment
        let unwanted =
            noColor || !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        results = ResultStream()
        palette = Palette(enabled: !unwanted && Descriptor.output.isTerminal)
        messages = Messages(
            quiet: quiet, palette: Palette(enabled: !unwanted && Descriptor.error.isTerminal))
    }

    /// Writes a table at the width of the terminal.
    func write(_ table: Table) {
        for line in table.lines(width: results.columns, palette: palette) { results.line(line) }
    }
}
