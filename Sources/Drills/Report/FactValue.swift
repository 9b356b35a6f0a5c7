import Incidents

/// A value of the report for machines (JSON, RFC 8259). Members stand in the order given, so that equal reports are equal
/// bytes.
indirect enum FactValue {
    /// Text.
    case text(String)
    /// A whole number.
    case number(Int64)
    /// A number with so many decimal places, from its digits without the mark; trailing zeros are left out.
    case decimal(Int64, places: Int)
    /// true or false.
    case flag(Bool)
    /// null.
    case null
    /// A list.
    case list([FactValue])
    /// Members.
    case object([(String, FactValue)])

    /// A counter.
    static func count(_ value: some BinaryInteger) -> FactValue { .number(Int64(clamping: value)) }

    /// Points from hundredths of them.
    static func points(_ hundredths: Int) -> FactValue { .decimal(Int64(hundredths), places: 2) }

    /// A span in seconds, to the microsecond; null for none.
    static func seconds(_ span: Duration?) -> FactValue {
        span.map { .decimal($0.nanoseconds / 1000, places: 6) } ?? .null
    }

    /// A text, or null for none.
    static func text(orNull text: String?) -> FactValue { text.map { .text($0) } ?? .null }

    /// A list of texts.
    static func texts(_ texts: some Sequence<String>) -> FactValue { .list(texts.map { .text($0) }) }

    /// The value on one line.
    var line: String {
        switch self {
        case .text(let text): Self.quoted(text)
        case .number(let number): String(number)
        case .decimal(let digits, let places): Self.decimal(digits, places)
        case .flag(let flag): flag ? "true" : "false"
        case .null: "null"
        case .list(let values): "[" + values.map(\.line).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { Self.quoted($0.0) + ":" + $0.1.line }.joined(separator: ",") + "}"
        }
    }

    private static func decimal(_ digits: Int64, _ places: Int) -> String {
        var fraction = String(digits.magnitude)
        fraction = String(repeating: "0", count: max(0, places + 1 - fraction.count)) + fraction
        let whole = fraction.dropLast(places)
        fraction = String(fraction.suffix(places))
        while fraction.last == "0" { fraction.removeLast() }
        return (digits < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// Controls and characters that a terminal or an eye would obey are escaped too, and a text that is too long ends in an
    /// ellipsis.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        let scalars = text.unicodeScalars
        let end = scalars.index(scalars.startIndex, offsetBy: Markup.mostText, limitedBy: scalars.endIndex)
        for scalar in scalars[..<(end ?? scalars.endIndex)] {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            default:
                let isObeyed =
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator: true
                    default: false
                    }
                if isObeyed {
                    for unit in String(scalar).utf16 {
                        let digits = String(unit, radix: 16)
                        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                    }
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        let isCut = end.map { $0 < scalars.endIndex } ?? false
        return quoted + (isCut ? "…\"" : "\"")
    }
}
