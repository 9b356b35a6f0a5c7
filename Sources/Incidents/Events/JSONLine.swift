import NetTypes

/// One JSON object on one line (RFC 8259), written front to back into a buffer of bytes.
///
/// Foundation's `JSONEncoder` is not used, for two reasons. The same finding must give the same bytes in
/// every run, and only a writer that emits members as they are called keeps their order without sorting. And
/// a line is made for every flow, so nothing is built in between: no dictionary, no boxed value, only appends
/// to one buffer.
///
/// Nesting is by closures, so an object that was opened is always closed. There are no floating-point
/// members: whatever is counted or measured here is an integer. Keys must be unique within an object; the
/// caller sees to it.
struct JSONLine: Sendable {
    /// What was written so far; always valid UTF-8 when it was at the start.
    private(set) var bytes: [UInt8]

    /// A writer that goes on at the end of `bytes`.
    init(appendingTo bytes: consuming [UInt8] = []) {
        self.bytes = bytes
    }

    /// Ends the writing and hands the buffer back.
    consuming func take() -> [UInt8] {
        bytes
    }

    /// Writes the outermost object.
    mutating func root(_ members: (inout JSONLine) -> Void) {
        bytes.append(Self.openBrace)
        members(&self)
        bytes.append(Self.closeBrace)
    }

    /// Writes a member that is an object.
    mutating func object(_ key: String, _ members: (inout JSONLine) -> Void) {
        name(key)
        root(members)
    }

    /// Writes a member that is an array.
    mutating func array(_ key: String, _ elements: (inout JSONLine) -> Void) {
        name(key)
        bytes.append(Self.openBracket)
        elements(&self)
        bytes.append(Self.closeBracket)
    }

    /// Writes a member that is text.
    mutating func member(_ key: String, _ text: String) {
        name(key)
        quote(text)
    }

    /// Writes a member that is a number.
    mutating func member(_ key: String, _ number: UInt64) {
        name(key)
        digits(number)
    }

    /// Writes a member that is a number which may be negative.
    mutating func member(_ key: String, signed number: Int64) {
        name(key)
        digits(signed: number)
    }

    /// Writes a member that is true or false.
    mutating func member(_ key: String, flag: Bool) {
        name(key)
        bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    }

    /// Writes a member that is a point in time, in the form of the event schema.
    mutating func member(_ key: String, _ time: Timestamp) {
        name(key)
        bytes.append(Self.quotationMark)
        time.write(to: &bytes)
        bytes.append(Self.quotationMark)
    }

    /// Writes an array element that is an object.
    mutating func element(_ members: (inout JSONLine) -> Void) {
        separate()
        root(members)
    }

    /// Writes an array element that is text.
    mutating func element(_ text: String) {
        separate()
        quote(text)
    }

    /// Writes an array element that is a number.
    mutating func element(_ number: UInt64) {
        separate()
        digits(number)
    }

    /// Writes an array element that is a number which may be negative.
    mutating func element(signed number: Int64) {
        separate()
        digits(signed: number)
    }

    /// Writes an array element that is true or false.
    mutating func element(flag: Bool) {
        separate()
        bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    }

    /// Appends one byte as it is.
    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    /// Appends bytes as they are.
    mutating func append(copying span: Span<UInt8>) {
        bytes.append(copying: span)
    }

    private mutating func name(_ key: String) {
        separate()
        quote(key)
        bytes.append(Self.colon)
    }

    /// A comma before everything but the first member or element, which follows its opening bracket.
    private mutating func separate() {
        if let last = bytes.last, last != Self.openBrace, last != Self.openBracket {
            bytes.append(Self.comma)
        }
    }

    private mutating func digits(signed number: Int64) {
        if number < 0 { bytes.append(Self.minus) }
        digits(number.magnitude)
    }

    private mutating func digits(_ number: UInt64) {
        let start = bytes.count
        var rest = number
        repeat {
            bytes.append(48 + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let quotationMark = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let comma = UInt8(ascii: ",")
    static let colon = UInt8(ascii: ":")
    static let minus = UInt8(ascii: "-")
}
