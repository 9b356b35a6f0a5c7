/// Spells out a string of hexadecimal digits (`{ 4d 5a ?? [2-4] (01 | 02) }`), as far as that can be done.
struct HexReader {
    /// The text between the braces, without blanks and comments.
    private let text: [UInt8]
    private var position = 0
    private var depth = 0
    private var isOdd = false

    private init(_ text: [UInt8]) {
        self.text = text
    }

    /// What the string matches; its blanks and comments must be gone.
    static func spelling(of text: [UInt8]) -> Spelling {
        var reader = HexReader(text)
        let spelling = reader.alternatives()
        return reader.isOdd || reader.position < text.count ? .unknown : spelling
    }

    private mutating func alternatives() -> Spelling {
        var result = sequence()
        while take(UInt8(ascii: "|")) { result = result.or(sequence()) }
        return result
    }

    private mutating func sequence() -> Spelling {
        var run = SpellingRun()
        while !isOdd, let byte = peek, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
            run.append(part(byte))
        }
        return run.spelling
    }

    private mutating func part(_ byte: UInt8) -> Spelling {
        switch byte {
        case UInt8(ascii: "("):
            guard depth < RuleLimits.conditionDepth else { return odd() }
            position += 1
            depth += 1
            defer { depth -= 1 }
            let inner = alternatives()
            return take(UInt8(ascii: ")")) ? inner : odd()
        case UInt8(ascii: "["):
            while let next = peek, next != UInt8(ascii: "]") { position += 1 }
            return take(UInt8(ascii: "]")) ? .unknown : odd()
        default:
            return pair()
        }
    }

    /// Two digits; either may be a question mark.
    private mutating func pair() -> Spelling {
        guard position + 2 <= text.count else { return odd() }
        let digits = text[position..<position + 2]
        position += 2
        var value: UInt8 = 0
        var isKnown = true
        for digit in digits {
            if digit == UInt8(ascii: "?") {
                isKnown = false
            } else if let nibble = Character(UnicodeScalar(digit)).hexDigitValue {
                value = value << 4 | UInt8(nibble)
            } else {
                return odd()
            }
        }
        return isKnown ? .exact([[value]]) : .unknown
    }

    private mutating func odd() -> Spelling {
        isOdd = true
        position = text.count
        return .unknown
    }

    private var peek: UInt8? {
        position < text.count ? text[position] : nil
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }
}
