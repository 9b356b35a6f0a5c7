import Incidents
import NetTypes

extension ScanReport {
    /// What suppressions and thresholds have done, line by line.
    var suppressionLines: [(text: SummaryText, tone: Palette.Tone?)] {
        sink.policy.account.map { (.suppression($0), nil) }
    }

    /// The same for machines: each entry, also those that never matched.
    var suppressionMembers: [(String, JSONValue)] {
        let statistics = sink.policy.statistics
        let entries = statistics.entries.map { entry in
            JSONValue.object([
                ("id", .text(entry.id)), ("matched", .count(entry.matched)),
                ("suppressed", .count(entry.suppressed)),
            ])
        }
        return [
            ("suppressed", .count(statistics.suppressed)), ("uncounted", .count(statistics.uncounted)),
            ("suppressions", .array(entries)),
        ]
    }
}
