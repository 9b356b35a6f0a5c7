/// A JSON value that keeps the order of its members, so that equal runs print equal lines (RFC 8259).
enum JSONValue {
    /// Text.
    case text(String)
    /// A whole number.
    case number(Int64)
    /// A number with so many decimal places, from its digits without the mark; trailing zeros are left out.
    case decimal(Int64, places: Int)
    /// true or false.
    case boolean(Bool)
    /// null.
    case null
    /// A list.
    case array([JSONValue])
    /// Members in the order given.
    case members([Member])

    /// One member of an object.
    struct Member {
        /// Its name.
        let name: String
        /// What it says.
        let value: JSONValue
    }

    /// An object from names and values.
    static func object(_ members: [(String, JSONValue)]) -> JSONValue {
        .members(members.map { Member(name: $0.0, value: $0.1) })
    }

    /// A counter; numbers above 2⁶³−1 do not occur, and would be clamped.
    static func count(_ value: some BinaryInteger) -> JSONValue {
        .number(Int64(clamping: value))
    }

    /// The value on one line.
    var line: String {
        switch self {
        case .text(let text): Self.quoted(text)
        case .number(let number): String(number)
        case .decimal(let digits, let places): Self.decimal(digits, places)
        case .boolean(let boolean): boolean ? "true" : "false"
        case .null: "null"
        case .array(let values): "[" + values.map(\.line).joined(separator: ",") + "]"
        case .members(let members):
            "{" + members.map { Self.quoted($0.name) + ":" + $0.value.line }.joined(separator: ",") + "}"
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

    /// Controls and bidirectional marks are escaped too: a JSON line may well be looked at on a terminal.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default:
                if scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
                    || scalar.properties.generalCategory == .format && scalar.value <= 0xffff
                {
                    let digits = String(scalar.value, radix: 16)
                    quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }
}
