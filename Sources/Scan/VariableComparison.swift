/// An external variable that a condition compares with a literal.
struct VariableComparison: Equatable {
    /// The variable.
    let variable: ExternalVariable
    /// The operator, as it is written.
    let sign: String
    /// The literal.
    let literal: ExternalVariable.Value
    /// The literal, as it is written.
    let literalText: String
    /// True when the literal stands on the left.
    let isReversed: Bool
    /// The line of the variable in its file.
    let line: Int

    /// Operators that compare, and have texts or numbers on both sides.
    static let signs: Set<String> = ["==", "!=", "<", "<=", ">", ">="]
    /// Operators that compare texts only.
    static let textSigns: Set<String> = [
        "contains", "icontains", "startswith", "istartswith", "endswith", "iendswith", "iequals",
    ]

    /// A token with its text.
    private struct Word {
        let kind: RuleToken.Kind
        let text: String
        let line: Int
    }

    /// The comparisons of a condition, which begins on a line of its file.
    static func list(in condition: [UInt8], line: Int) -> [VariableComparison] {
        var tokens = RuleTokenizer(condition, line: line)
        var words: [Word] = []
        while let token = tokens.next() {
            let text = String(decoding: condition[token.range], as: UTF8.self)
            words.append(Word(kind: token.kind, text: text, line: token.line))
        }
        let shadowed = loopVariables(words)
        return words.indices.flatMap { index -> [VariableComparison] in
            guard words[index].kind == .word, !shadowed.contains(words[index].text),
                let variable = ExternalVariable(rawValue: words[index].text), isVariable(words, at: index)
            else { return [] }
            return [
                comparison(variable, words, at: index, sign: index + 1, literal: index + 2),
                comparison(variable, words, at: index, sign: index - 1, literal: index - 2),
            ].compactMap { $0 }
        }
    }

    /// Names between `for` and `in`, which hide a variable of the same name.
    private static func loopVariables(_ words: [Word]) -> Set<String> {
        var names: Set<String> = []
        var isInLoop = false
        for word in words where word.kind == .word || word.text == ":" {
            switch word.text {
            case "for": isInLoop = true
            case "in", "of", ":": isInLoop = false
            default: if isInLoop { names.insert(word.text) }
            }
        }
        return names
    }

    /// False for a member of a module, a module, a function and a term of a sum.
    private static func isVariable(_ words: [Word], at index: Int) -> Bool {
        let before = index > 0 ? words[index - 1].text : ""
        let after = index + 1 < words.count ? words[index + 1].text : ""
        return ![".", "-", "~"].contains(before) && !arithmetic.contains(before)
            && ![".", "(", "["].contains(after)
            && !arithmetic.contains(after)
    }

    private static let arithmetic: Set<String> = ["+", "-", "*", "\\", "%", "&", "|", "^", "<<", ">>"]

    private static func comparison(
        _ variable: ExternalVariable, _ words: [Word], at index: Int, sign: Int, literal: Int
    ) -> VariableComparison? {
        guard words.indices.contains(sign), words.indices.contains(literal),
            signs.contains(words[sign].text) || textSigns.contains(words[sign].text)
        else { return nil }
        // A number beside an operator is a term, not the whole side.
        let beyond = literal + (literal > index ? 1 : -1)
        if words.indices.contains(beyond),
            arithmetic.contains(words[beyond].text) || words[beyond].text == "~"
        {
            return nil
        }
        let text = words[literal].text
        let value: ExternalVariable.Value
        switch words[literal].kind {
        case .text: value = .text(unquoted(text))
        case .number:
            guard let number = number(text) else { return nil }
            value = .number(number)
        default: return nil
        }
        return VariableComparison(
            variable: variable, sign: words[sign].text, literal: value, literalText: text,
            isReversed: literal < index, line: words[index].line)
    }

    /// The text between the quotes, with the escapes of the language resolved.
    private static func unquoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8.dropFirst().dropLast()
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else {
                bytes.append(byte)
                continue
            }
            switch escaped {
            case UInt8(ascii: "n"): bytes.append(10)
            case UInt8(ascii: "t"): bytes.append(9)
            case UInt8(ascii: "r"): bytes.append(13)
            case UInt8(ascii: "x"):
                let digits = String(decoding: rest.prefix(2), as: UTF8.self)
                bytes.append(UInt8(digits, radix: 16) ?? 0)
                rest = rest.dropFirst(2)
            default: bytes.append(escaped)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A whole number as the language writes it; nil for one with a fraction, or out of range.
    private static func number(_ text: String) -> Int64? {
        for (prefix, radix) in [("0x", 16), ("0o", 8)] where text.hasPrefix(prefix) {
            return Int64(text.dropFirst(2), radix: radix)
        }
        for (unit, factor) in [("KB", Int64(1) << 10), ("MB", 1 << 20)] where text.hasSuffix(unit) {
            guard let count = Int64(text.dropLast(2)) else { return nil }
            let (product, overflow) = count.multipliedReportingOverflow(by: factor)
            return overflow ? nil : product
        }
        return Int64(text)
    }
}
