import NetTypes

/// Reads the declarations of a rule's strings from its source.
struct StringsReader {
    private let source: [UInt8]
    private var tokens: RuleTokenizer
    private var current: RuleToken?

    /// The strings of a rule, from the bytes before its condition, in their order.
    static func strings(of head: [UInt8]) -> [DeclaredString] {
        var reader = StringsReader(head)
        var strings: [DeclaredString] = []
        while reader.current != nil {
            if let string = reader.declaration() { strings.append(string) }
        }
        return strings
    }

    private init(_ head: [UInt8]) {
        source = head
        tokens = RuleTokenizer(head)
        current = tokens.next()
    }

    /// The declaration that begins here; nil, one token further, where none does.
    private mutating func declaration() -> DeclaredString? {
        guard let token = current else { return nil }
        let name = text(token)
        advance()
        guard token.kind == .string, takeSymbol("="), let value = current else { return nil }
        switch value.kind {
        case .text:
            advance()
            let bytes = Self.unescaped(source[value.range].dropFirst().dropLast())
            return finish(name, bytes.map { .bytes($0) } ?? .unknown, ignoresCase: false)
        case .pattern:
            advance()
            return pattern(name, Array(source[value.range]))
        case .symbol where text(value) == "{":
            advance()
            return finish(name, .hex(takeHex()), ignoresCase: false)
        default:
            return nil
        }
    }

    /// What stands on the right of the sign.
    private enum Value {
        case bytes([UInt8])
        case pattern([UInt8])
        case hex([UInt8])
        case unknown
    }

    private mutating func pattern(_ name: String, _ token: [UInt8]) -> DeclaredString {
        guard let end = token.lastIndex(of: UInt8(ascii: "/")), end > 0 else {
            return finish(name, .unknown, ignoresCase: false)
        }
        return finish(
            name, .pattern(Array(token[1..<end])), ignoresCase: token[end...].contains(UInt8(ascii: "i")))
    }

    /// Reads modifiers, which say how the value is to be taken.
    private mutating func finish(_ name: String, _ value: Value, ignoresCase: Bool) -> DeclaredString {
        var modifiers: Set<String> = []
        while let token = current, token.kind == .word, Self.modifiers.contains(text(token)) {
            modifiers.insert(text(token))
            advance()
            if takeSymbol("(") { while current != nil, !takeSymbol(")") { advance() } }
        }
        let ignoresCase = ignoresCase || modifiers.contains("nocase")
        let spelling: Spelling =
            switch value {
            case .bytes(let bytes): .oneOf([ignoresCase ? bytes.map(\.asciiLowercased) : bytes])
            case .pattern(let pattern): PatternReader.spelling(of: pattern, ignoresCase: ignoresCase)
            case .hex(let text): HexReader.spelling(of: text)
            case .unknown: .unknown
            }
        return DeclaredString(name: name, spelling: spelling, modifiers: modifiers, ignoresCase: ignoresCase)
    }

    /// The words that may follow a string.
    private static let modifiers: Set<String> = [
        "nocase", "wide", "ascii", "fullword", "private", "xor", "base64", "base64wide",
    ]

    private mutating func takeHex() -> [UInt8] {
        var text: [UInt8] = []
        while let token = current, !takeSymbol("}") {
            text += source[token.range]
            advance()
        }
        return text
    }

    /// The bytes that a quoted text stands for; nil when it has an escape that is not known.
    private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            switch rest.popFirst() {
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "n"): bytes.append(0x0a)
            case UInt8(ascii: "r"): bytes.append(0x0d)
            case UInt8(ascii: "\""): bytes.append(UInt8(ascii: "\""))
            case UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "\\"))
            case UInt8(ascii: "x"):
                guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
                    rest.count >= 2
                else { return nil }
                bytes.append(value)
                rest.removeFirst(2)
            default: return nil
            }
        }
        return bytes
    }

    private func text(_ token: RuleToken) -> String {
        String(decoding: source[token.range], as: UTF8.self)
    }

    private mutating func advance() {
        current = tokens.next()
    }

    private mutating func takeSymbol(_ expected: String) -> Bool {
        guard let token = current, token.kind == .symbol, text(token) == expected else { return false }
        advance()
        return true
    }
}
