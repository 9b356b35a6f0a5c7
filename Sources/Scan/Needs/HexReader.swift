/// Spells out a string of hexadecimal digits (`{ 4d 5a ?? [2-4] (01 | 02) }`), as far as that can be done.
struct HexReader: SpellingReader {
    let text: [UInt8]
    var position = 0
    var depth = 0
    var isOdd = false

    private init(_ text: [UInt8]) {
        self.text = text
    }

    /// What the string between its braces matches; its blanks and comments must be gone.
    static func spelling(of text: [UInt8]) -> Spelling {
        var reader = HexReader(text)
        return reader.all()
    }

    mutating func part(_ byte: UInt8) -> Spelling {
        switch byte {
        case UInt8(ascii: "("):
            position += 1
            return group()
        case UInt8(ascii: "["):
            while let next = peek(), next != UInt8(ascii: "]") { position += 1 }
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
}
