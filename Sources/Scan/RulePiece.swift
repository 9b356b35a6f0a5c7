/// An item of a rule file at its place in the text that is compiled.
struct RulePiece {
    /// The file it stands in.
    var file: String
    /// Its bytes, cut from the file.
    var bytes: [UInt8]
    /// What and where it is in the file.
    var item: RuleItem

    /// A problem with this piece.
    func problem(_ message: String, line: Int? = nil, isError: Bool = true) -> RuleProblem {
        let line = min(max(line ?? item.firstLine, item.firstLine), item.lastLine)
        return RuleProblem(
            file: file, line: line, rule: item.ruleName, message: message, isError: isError)
    }

    /// The bytes of the condition; empty without one.
    var condition: [UInt8] {
        guard let condition = item.condition else { return [] }
        let start = condition.lowerBound - item.range.lowerBound
        let end = condition.upperBound - item.range.lowerBound
        guard start >= 0, start <= end, end <= bytes.count else { return [] }
        return Array(bytes[start..<end])
    }

    /// The bytes before the condition: name, tags, metadata and strings.
    var head: [UInt8] {
        guard let condition = item.condition else { return bytes }
        return Array(bytes.prefix(max(0, condition.lowerBound - item.range.lowerBound)))
    }
}
