/// Reads one value of JSON (RFC 8259). Total: whatever the bytes, it answers with a value or with nil, and nests no
/// deeper than a limit.
struct EventParser {
    /// Objects and arrays inside each other.
    static let deepest = 64

    private let bytes: [UInt8]
    private var place = 0

    /// A reader of a line.
    init(_ line: String) {
        bytes = Array(line.utf8)
    }

    /// The value that the line consists of, blanks aside; nil where it is not one.
    mutating func document() -> EventNode? {
        guard let node = value(depth: 0) else { return nil }
        skipBlanks()
        return place == bytes.count ? node : nil
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d { place += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipBlanks()
        guard next == byte else { return false }
        place += 1
        return true
    }

    private mutating func value(depth: Int) -> EventNode? {
        skipBlanks()
        guard depth < Self.deepest, let byte = next else { return nil }
        switch byte {
        case JSONLine.openBrace: return object(depth: depth)
        case JSONLine.openBracket: return array(depth: depth)
        case JSONLine.quotationMark: return text().map { .text($0) }
        default: return literal()
        }
    }

    private mutating func object(depth: Int) -> EventNode? {
        place += 1
        var members: [EventNode.Member] = []
        if take(JSONLine.closeBrace) { return .object(members) }
        repeat {
            skipBlanks()
            guard next == JSONLine.quotationMark, let name = text(), take(JSONLine.colon),
                let value = value(depth: depth + 1)
            else { return nil }
            members.append(EventNode.Member(name: name, value: value))
        } while take(JSONLine.comma)
        return take(JSONLine.closeBrace) ? .object(members) : nil
    }

    private mutating func array(depth: Int) -> EventNode? {
        place += 1
        var values: [EventNode] = []
        if take(JSONLine.closeBracket) { return .array(values) }
        repeat {
            guard let value = value(depth: depth + 1) else { return nil }
            values.append(value)
        } while take(JSONLine.comma)
        return take(JSONLine.closeBracket) ? .array(values) : nil
    }

    /// A number, `true`, `false` or `null`, which is kept as it was written.
    private mutating func literal() -> EventNode? {
        let start = place
        while let byte = next,
            (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte)
                || byte == 0x2b || byte == JSONLine.minus || byte == 0x2e || byte == 0x45
        { place += 1 }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        if ["true", "false", "null"].contains(text) { return .literal(text) }
        return Self.isNumber(text) ? .literal(text) : nil
    }

    /// RFC 8259 section 6: an integer without leading zeros, perhaps a fraction, perhaps an exponent.
    private static func isNumber(_ text: String) -> Bool {
        var rest = text.utf8[...]
        func digits() -> Int {
            let count = rest.prefix { (0x30...0x39).contains($0) }.count
            rest = rest.dropFirst(count)
            return count
        }
        if rest.first == JSONLine.minus { rest = rest.dropFirst() }
        let isZero = rest.first == 0x30
        let whole = digits()
        if whole == 0 || isZero && whole > 1 { return false }
        if rest.first == 0x2e {
            rest = rest.dropFirst()
            if digits() == 0 { return false }
        }
        if rest.first == 0x65 || rest.first == 0x45 {
            rest = rest.dropFirst()
            if rest.first == 0x2b || rest.first == JSONLine.minus { rest = rest.dropFirst() }
            if digits() == 0 { return false }
        }
        return rest.isEmpty
    }

    private mutating func text() -> String? {
        place += 1
        var units: [UInt8] = []
        while let byte = next {
            place += 1
            switch byte {
            case JSONLine.quotationMark: return String(decoding: units, as: UTF8.self)
            case JSONLine.backslash:
                guard let scalar = escape() else { return nil }
                units.append(contentsOf: String(Character(scalar)).utf8)
            case 0..<0x20: return nil
            default: units.append(byte)
            }
        }
        return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
        guard let byte = next else { return nil }
        place += 1
        switch byte {
        case JSONLine.quotationMark, JSONLine.backslash, UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return codePoint()
        default: return nil
        }
    }

    /// The character of `\u` and four digits, or of two that are a surrogate pair; a surrogate alone becomes U+FFFD.
    private mutating func codePoint() -> Unicode.Scalar? {
        guard let first = fourDigits() else { return nil }
        guard (0xd800..<0xdc00).contains(first) else { return Unicode.Scalar(first) ?? "\u{fffd}" }
        let after = place
        if next == JSONLine.backslash, place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "u") {
            place += 2
            if let second = fourDigits(), (0xdc00..<0xe000).contains(second) {
                return Unicode.Scalar(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00))
            }
        }
        place = after
        return "\u{fffd}"
    }

    private mutating func fourDigits() -> UInt32? {
        guard place + 4 <= bytes.count else { return nil }
        let digits = String(decoding: bytes[place..<place + 4], as: UTF8.self)
        guard digits.utf8.allSatisfy({ $0 != 0x2b && $0 != 0x2d }), let number = UInt32(digits, radix: 16)
        else {
            return nil
        }
        place += 4
        return number
    }
}
