/// A strict reader of Prometheus' text format 0.0.4, as far as haidang writes it: HELP and TYPE before the samples of
/// their metric, samples of one metric together, none twice, whole numbers.
struct MetricsReading {
    /// The type of each metric.
    private(set) var kinds: [String: String] = [:]
    /// Each series, as it is written, and its value.
    private(set) var values: [String: UInt64] = [:]

    struct Fault: Error {
        let line: Substring
    }

    init(_ text: String) throws {
        guard text.utf8.last == UInt8(ascii: "\n") else { throw Fault(line: "no newline at the end") }
        var current = ""
        for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("# HELP ") {
                let words = line.dropFirst(7).split(separator: " ", maxSplits: 1)
                guard words.count == 2, Self.isName(words[0]), kinds[String(words[0])] == nil else {
                    throw Fault(line: line)
                }
                current = String(words[0])
            } else if line.hasPrefix("# TYPE ") {
                let words = line.dropFirst(7).split(separator: " ", omittingEmptySubsequences: false)
                guard words.count == 2, words[0] == current, words[1] == "counter" || words[1] == "gauge",
                    kinds.updateValue(String(words[1]), forKey: current) == nil
                else { throw Fault(line: line) }
            } else {
                try read(sample: line, of: current)
            }
        }
    }

    private mutating func read(sample line: Substring, of metric: String) throws {
        guard kinds[metric] != nil, let space = line.lastIndex(of: " "),
            let value = UInt64(line[line.index(after: space)...])
        else { throw Fault(line: line) }
        let series = line[..<space]
        let name = series.prefix { $0 != "{" }
        guard name == metric, values.updateValue(value, forKey: String(series)) == nil,
            Self.areLabels(series.dropFirst(name.count))
        else { throw Fault(line: line) }
    }

    private static func isName(_ text: Substring) -> Bool {
        text.wholeMatch(of: /[a-zA-Z_:][a-zA-Z0-9_:]*/) != nil
    }

    private static func areLabels(_ text: Substring) -> Bool {
        if text.isEmpty { return true }
        let label = #"[a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\["\\n])*""#
        guard let expression = try? Regex("\\{\(label)(,\(label))*\\}") else { return false }
        return text.wholeMatch(of: expression) != nil
    }
}
