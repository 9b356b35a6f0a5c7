/// One field of a row of `inspect`, before it is known how the row will be printed.
enum InspectField {
    /// A text of ours.
    case text(String)
    /// A text from outside (a file name).
    case foreign(String)
    /// A counter.
    case number(UInt64)
    /// True or false.
    case flag(Bool)
    /// A port: a number that is a name, and so has no groups of digits.
    case port(UInt16)

    /// The field in CSV. On a terminal foreign text is made safe to show; in a pipe or a file it is exact.
    func csv(onTerminal: Bool) -> String {
        switch self {
        case .text(let text): text
        case .foreign(let text): onTerminal ? Escaping.shown(text) : text
        case .number(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .port(let port): String(port)
        }
    }

    /// The field in JSON.
    var json: JSONValue {
        switch self {
        case .text(let text), .foreign(let text): .text(text)
        case .number(let number): .count(number)
        case .flag(let flag): .boolean(flag)
        case .port(let port): .count(port)
        }
    }

    /// The field in a table.
    var cell: Cell {
        switch self {
        case .text(let text): Cell(text)
        case .foreign(let text): .foreign(text)
        case .number(let number): Cell(number)
        case .flag(let flag): Cell("\(flag ? HeadingText.yes : HeadingText.no)")
        case .port(let port): Cell(String(port))
        }
    }
}
