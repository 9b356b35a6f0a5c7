import NetTypes

/// The counters of a live run in the text format of Prometheus, version 0.0.4: for each metric two lines that say
/// what it is, then one line a sample. The same counters give the same bytes.
enum MetricsText {
    /// The media type of the format.
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// All metrics, in the order they are written.
    static let metrics: [Metric] = Metric.ofCapture + Metric.ofSensor + Metric.ofAlerts

    /// The text. A metric without samples is left out.
    static func text(_ statistics: LiveStatistics) -> String {
        var text = ""
        for metric in metrics {
            let samples = metric.samples(statistics)
            if samples.isEmpty { continue }
            text += "# HELP \(metric.name) \(metric.help.replacing("\\", with: "\\\\"))\n"
            text += "# TYPE \(metric.name) \(metric.kind.rawValue)\n"
            for sample in samples {
                let labels = zip(metric.labels, sample.labels).map { "\($0)=\"\(escaped($1))\"" }
                text += metric.name + (labels.isEmpty ? "" : "{" + labels.joined(separator: ",") + "}")
                text += " \(sample.value)\n"
            }
        }
        return text
    }

    /// The value of a label, with what the format escapes in it.
    private static func escaped(_ value: String) -> String {
        var escaped = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// The table of `docs/OPERATIONS.md`, one line a metric.
    static var table: [String] {
        metrics.map { metric in
            let labels = metric.labels.map { "`\($0)`" }.joined(separator: ", ")
            return
                "| `\(metric.name)` | \(metric.kind.rawValue) | \(labels.isEmpty ? "–" : labels) | \(metric.help) |"
        }
    }
}
