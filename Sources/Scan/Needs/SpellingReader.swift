/// Spells out the text of a pattern from front to back: alternatives of parts in a row, in brackets inside each other. What
/// a part is, the kind of pattern says.
protocol SpellingReader {
    /// The text.
    var text: [UInt8] { get }
    /// Where the next part begins.
    var position: Int { get set }
    /// Brackets that are open.
    var depth: Int { get set }
    /// True when the text is not of the form that is known; then nothing may be said of it.
    var isOdd: Bool { get set }

    /// Reads the part that begins with a byte, which is still to be taken.
    mutating func part(_ byte: UInt8) -> Spelling
}

extension SpellingReader {
    /// What the whole text matches.
    mutating func all() -> Spelling {
        let spelling = alternatives()
        return isOdd || position < text.count ? .unknown : spelling
    }

    /// What stands between brackets, of which the first has been taken.
    mutating func group() -> Spelling {
        guard depth < RuleLimits.conditionDepth else { return odd() }
        depth += 1
        defer { depth -= 1 }
        let inner = alternatives()
        return take(UInt8(ascii: ")")) ? inner : odd()
    }

    private mutating func alternatives() -> Spelling {
        var result = sequence()
        while take(UInt8(ascii: "|")) { result = result.or(sequence()) }
        return result
    }

    private mutating func sequence() -> Spelling {
        var run = SpellingRun()
        while !isOdd, let byte = peek(), byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
            run.append(part(byte))
        }
        return run.spelling
    }

    /// Gives up on the whole text.
    mutating func odd() -> Spelling {
        isOdd = true
        position = text.count
        return .unknown
    }

    /// A byte that is still to be taken, the next one or one further on.
    func peek(_ ahead: Int = 0) -> UInt8? {
        position + ahead < text.count ? text[position + ahead] : nil
    }

    /// Takes the next byte when it is this one.
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }
}
