import NetTypes

/// Spells out a regular expression of the rule language (`/…/`), as far as that can be done. What it does not know
/// it calls unknown.
struct PatternReader: SpellingReader {
    let text: [UInt8]
    var position = 0
    var depth = 0
    var isOdd = false
    private let ignoresCase: Bool

    private init(_ text: [UInt8], ignoresCase: Bool) {
        self.text = text
        self.ignoresCase = ignoresCase
    }

    /// What the pattern between its slashes matches. With `ignoresCase` letters stand for both cases, in lower case.
    static func spelling(of pattern: [UInt8], ignoresCase: Bool) -> Spelling {
        var reader = PatternReader(pattern, ignoresCase: ignoresCase)
        return reader.all()
    }

    mutating func part(_ byte: UInt8) -> Spelling {
        quantified(atom(byte))
    }

    private mutating func atom(_ byte: UInt8) -> Spelling {
        position += 1
        switch byte {
        case UInt8(ascii: "("): return peek() == UInt8(ascii: "?") ? odd() : group()
        case UInt8(ascii: "["): return characterClass()
        case UInt8(ascii: "\\"): return escape()
        case UInt8(ascii: "."): return .unknown
        case UInt8(ascii: "^"), UInt8(ascii: "$"): return .empty
        case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): return odd()
        default: return .exact([[folded(byte)]])
        }
    }

    private mutating func escape() -> Spelling {
        guard let byte = peek() else { return odd() }
        switch byte {
        case UInt8(ascii: "b"), UInt8(ascii: "B"):
            position += 1
            return .empty
        case UInt8(ascii: "w"), UInt8(ascii: "W"), UInt8(ascii: "s"), UInt8(ascii: "S"), UInt8(ascii: "d"),
            UInt8(ascii: "D"):
            position += 1
            return .unknown
        default:
            guard let byte = escapedByte() else { return odd() }
            return .exact([[folded(byte)]])
        }
    }

    /// The byte that stands behind a backslash.
    private mutating func escapedByte() -> UInt8? {
        guard let byte = peek() else { return nil }
        position += 1
        switch byte {
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0a
        case UInt8(ascii: "r"): return 0x0d
        case UInt8(ascii: "f"): return 0x0c
        case UInt8(ascii: "a"): return 0x07
        case UInt8(ascii: "x"):
            guard let high = hexadecimal(), let low = hexadecimal() else { return nil }
            return high << 4 | low
        // Any other letter or digit may mean something that is not known here.
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            return nil
        default: return byte
        }
    }

    private mutating func hexadecimal() -> UInt8? {
        guard let byte = peek(), let value = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
        position += 1
        return UInt8(value)
    }

    /// A class is spelt out while its members are few.
    private mutating func characterClass() -> Spelling {
        var isOpen = take(UInt8(ascii: "^"))
        var members: Set<UInt8> = []
        var isFirst = true
        while let byte = peek(), isFirst || byte != UInt8(ascii: "]") {
            isFirst = false
            guard let low = member() else {
                if isOdd { return .unknown }
                isOpen = true
                continue
            }
            var high = low
            if peek() == UInt8(ascii: "-"), let next = peek(1), next != UInt8(ascii: "]") {
                position += 1
                guard let last = member(), last >= low else { return odd() }
                high = last
            }
            if Int(high) - Int(low) < RuleLimits.spellings {
                for value in low...high { members.insert(folded(value)) }
            } else {
                isOpen = true
            }
        }
        guard take(UInt8(ascii: "]")) else { return odd() }
        return isOpen || members.isEmpty ? .unknown : .oneOf(members.sorted().map { [$0] })
    }

    /// The next member of a class; nil for a set such as `\w`.
    private mutating func member() -> UInt8? {
        guard let byte = peek() else { return nil }
        position += 1
        guard byte == UInt8(ascii: "\\") else { return byte }
        if let next = peek(), [UInt8]("wWsSdD".utf8).contains(next) {
            position += 1
            return nil
        }
        if let byte = escapedByte() { return byte }
        _ = odd()
        return nil
    }

    /// A part with the quantifier behind it.
    private mutating func quantified(_ part: Spelling) -> Spelling {
        guard let (least, most) = quantifier() else { return part }
        _ = take(UInt8(ascii: "?"))
        if let most, most < least { return odd() }
        return part.repeated(least, most)
    }

    /// `*`, `+`, `?`, `{2}`, `{2,}`, `{,3}` or `{2,3}`; nil without one. A brace that is none of these stands for itself.
    private mutating func quantifier() -> (least: Int, most: Int?)? {
        if take(UInt8(ascii: "*")) { return (0, nil) }
        if take(UInt8(ascii: "+")) { return (1, nil) }
        if take(UInt8(ascii: "?")) { return (0, 1) }
        guard peek() == UInt8(ascii: "{") else { return nil }
        let start = position
        position += 1
        let least = number()
        let hasComma = take(UInt8(ascii: ","))
        let most = hasComma ? number() : least
        guard take(UInt8(ascii: "}")), least != nil || hasComma else {
            position = start
            return nil
        }
        return (least ?? 0, most)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let byte = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte),
            value ?? 0 < 1_000_000
        {
            value = (value ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
            position += 1
        }
        return value
    }

    private func folded(_ byte: UInt8) -> UInt8 {
        ignoresCase ? byte.asciiLowercased : byte
    }
}
