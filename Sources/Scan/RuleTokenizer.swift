/// Cuts rule source into tokens, one call at a time. It is total: each call moves on or says that the end is
/// reached, whatever the bytes. It follows libyara's lexer where a string, a pattern or a comment ends, since
/// only that decides where rules do. In this language a slash is never a division, so nothing is ambiguous.
struct RuleTokenizer {
    private let source: [UInt8]
    private let end: Int
    private var position: Int
    private var line: Int

    /// A tokenizer of the whole source, or of the part that begins on the given line.
    init(_ source: [UInt8], range: Range<Int>? = nil, line: Int = 1) {
        self.source = source
        self.position = range?.lowerBound ?? 0
        self.end = min(range?.upperBound ?? source.count, source.count)
        self.line = line
    }

    /// The next token; nil at the end.
    mutating func next() -> RuleToken? {
        if let open = skipBlanks() { return open }
        guard position < end else { return nil }
        let start = position
        let first = line
        let kind = take()
        return RuleToken(kind: kind, range: start..<position, line: first)
    }

    /// The byte `ahead` of the position, 0 past the end.
    private func peek(_ ahead: Int = 0) -> UInt8 {
        position < end - ahead ? source[position + ahead] : 0
    }

    /// Passes over blanks and comments; a comment that is never closed is a token.
    private mutating func skipBlanks() -> RuleToken? {
        while position < end {
            switch source[position] {
            case UInt8(ascii: "\n"):
                line += 1
                position += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                position += 1
            case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
                while position < end, source[position] != UInt8(ascii: "\n") { position += 1 }
            case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
                if let open = skipComment() { return open }
            default:
                return nil
            }
        }
        return nil
    }

    private mutating func skipComment() -> RuleToken? {
        let start = position
        let first = line
        position += 2
        while position < end {
            if source[position] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
                position += 2
                return nil
            }
            if source[position] == UInt8(ascii: "\n") { line += 1 }
            position += 1
        }
        return RuleToken(kind: .openComment, range: start..<end, line: first)
    }

    /// Takes one token at the position, which is at no blank and before the end.
    private mutating func take() -> RuleToken.Kind {
        let byte = source[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""):
            takeQuoted(until: byte)
            return .text
        case UInt8(ascii: "/"):
            takeQuoted(until: byte)
            while peek() == UInt8(ascii: "i") || peek() == UInt8(ascii: "s") { position += 1 }
            return .pattern
        case UInt8(ascii: "$"):
            takeWord()
            if peek() == UInt8(ascii: "*") { position += 1 }
            return .string
        case UInt8(ascii: "#"), UInt8(ascii: "@"):
            takeWord()
            return .property
        case UInt8(ascii: "!") where peek() != UInt8(ascii: "="):
            takeWord()
            return .property
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            takeNumber()
            return .number
        case _ where Self.isWord(byte):
            takeWord()
            return .word
        default:
            takeOperator(byte)
            return .symbol
        }
    }

    /// To the closing byte or, without one, to the end of the line, which is left.
    private mutating func takeQuoted(until quote: UInt8) {
        while position < end, source[position] != UInt8(ascii: "\n") {
            let byte = source[position]
            position += 1
            if byte == quote { return }
            if byte == UInt8(ascii: "\\"), position < end, source[position] != UInt8(ascii: "\n") {
                position += 1
            }
        }
    }

    private mutating func takeWord() {
        while Self.isWord(peek()) { position += 1 }
    }

    private mutating func takeNumber() {
        takeWord()
        if peek() == UInt8(ascii: "."), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(peek(1)) {
            position += 1
            takeWord()
        }
    }

    private mutating func takeOperator(_ byte: UInt8) {
        let second = peek()
        let pairs: Bool =
            switch byte {
            case UInt8(ascii: "<"), UInt8(ascii: ">"): second == byte || second == UInt8(ascii: "=")
            case UInt8(ascii: "="), UInt8(ascii: "!"): second == UInt8(ascii: "=")
            case UInt8(ascii: "."): second == byte
            default: false
            }
        if pairs { position += 1 }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
