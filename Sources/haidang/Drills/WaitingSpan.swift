import ArgumentParser
import Drills

/// A span of time on the command line: a whole number and `ms`, `s`, `m` or `h`, at most 1,000 hours.
struct WaitingSpan: Equatable, ExpressibleByArgument {
    /// How long it is.
    let duration: Duration

    /// A span from its text; nil when it is none.
    init?(argument text: String) {
        guard let span = Duration(span: text), span <= .seconds(3_600_000), !text.hasSuffix("d") else {
            return nil
        }
        duration = span
    }
}
