import NetTypes

/// A value of JSON whose members keep the order in which they were given, so that the same incident gives the same bytes.
///
/// Documents with references in both directions are put together out of order, which the event log's writer cannot do;
/// exports are rare, and a tree of them is small.
indirect enum ExportValue: Equatable, Sendable {
    case text(String)
    case number(Int64)
    case flag(Bool)
    case list([ExportValue])
    case members([Member])

    /// One member of an object.
    struct Member: Equatable, Sendable {
        var key: String
        var value: ExportValue
    }

    /// An object, without the members that have no value. Keys must differ.
    static func object(_ pairs: KeyValuePairs<String, ExportValue?>) -> ExportValue {
        .members(pairs.compactMap { pair in pair.value.map { Member(key: pair.key, value: $0) } })
    }

    /// Texts in their order; nil for none, since several formats do not allow an empty list.
    static func texts(_ texts: [String]) -> ExportValue? {
        texts.isEmpty ? nil : .list(texts.map { .text($0) })
    }

    /// Text that came from traffic, rules or people, cut to the limit; nil when it is empty.
    static func foreign(_ text: String) -> ExportValue? {
        text.isEmpty ? nil : .text(text.shortened())
    }

    /// A number of things.
    static func count(_ number: some BinaryInteger) -> ExportValue { .number(Int64(clamping: number)) }

    /// This object with the members of another one after its own; anything but two objects stays as it is.
    func with(_ pairs: KeyValuePairs<String, ExportValue?>) -> ExportValue {
        guard case .members(let own) = self, case .members(let more) = ExportValue.object(pairs) else {
            return self
        }
        return .members(own + more)
    }

    /// The member of an object under a key.
    subscript(key: String) -> ExportValue? {
        guard case .members(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// Its text on one line; an object, as every document is.
    var line: String {
        var json = JSONLine()
        json.write(self)
        return String(decoding: json.take(), as: UTF8.self)
    }

    /// Its canonical text by RFC 8785 (JCS): no blanks, members in the order of their keys, only what must be escaped is.
    /// Keys are ASCII here, for which the order of bytes is that of UTF-16.
    var canonical: String {
        switch self {
        case .text(let text): Self.canonical(text)
        case .number(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .list(let values): "[" + values.map(\.canonical).joined(separator: ",") + "]"
        case .members(let members):
            "{"
                + members.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
                .map { Self.canonical($0.key) + ":" + $0.value.canonical }.joined(separator: ",") + "}"
        }
    }

    private static func canonical(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\u{8}": result += "\\b"
            case "\t": result += "\\t"
            case "\n": result += "\\n"
            case "\u{c}": result += "\\f"
            case "\r": result += "\\r"
            case "\u{0}"..."\u{1f}": result += "\\u00" + [UInt8(scalar.value)].hexadecimal
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension ExportValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral
{
    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int64) { self = .number(value) }
    init(booleanLiteral value: Bool) { self = .flag(value) }
    init(arrayLiteral elements: ExportValue...) { self = .list(elements) }
}
