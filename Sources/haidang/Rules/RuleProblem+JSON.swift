import Scan

extension RuleProblem {
    /// The problem as one JSON object.
    var json: JSONValue {
        .object([
            ("type", .text(isError ? "error" : "warning")), ("file", .text(file)), ("line", .count(line)),
            ("rule", rule.map { .text($0) } ?? .null), ("message", .text(message)),
        ])
    }
}
