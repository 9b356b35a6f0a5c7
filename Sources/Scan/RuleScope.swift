/// Whether a rule can be decided window by window, and what its condition names. Told from the source, since
/// libyara keeps neither once it has compiled.
enum RuleScope {
    /// True unless each window of a unit is proven to give the same answer as the whole, when two windows
    /// share `overlap` bytes. `strings` are those of the compiled rule.
    static func needsWholeUnit(_ piece: RulePiece, strings: [CompiledString], overlap: Int) -> Bool {
        guard ConditionReader.dependence(of: piece.condition) != .other else { return true }
        let fitsAnyWindow = strings.allSatisfy {
            // The edge of a window counts as the edge of a word, and parts of a chain may be far apart.
            !$0.isChained && !$0.isFullWord && $0.reach <= overlap
        }
        return !fitsAnyWindow || hasAnchor(piece.head)
    }

    /// True when a rule has what can take time out of proportion: a pattern, or a loop in its condition.
    static func mayBeSlow(_ piece: RulePiece) -> Bool {
        if words(of: piece).contains("for") { return true }
        let head = piece.head
        var tokens = RuleTokenizer(head)
        while let token = tokens.next() {
            if token.kind == .pattern { return true }
        }
        return false
    }

    /// The words of a condition.
    static func words(of piece: RulePiece) -> Set<String> {
        let source = piece.condition
        var tokens = RuleTokenizer(source)
        var words: Set<String> = []
        while let token = tokens.next() {
            if token.kind == .word { words.insert(String(decoding: source[token.range], as: UTF8.self)) }
        }
        return words
    }

    /// The external variables that conditions name, in their own order. The others cost time at each scan.
    static func externals(of pieces: [RulePiece]) -> [ExternalVariable] {
        var words: Set<String> = []
        for piece in pieces { words.formUnion(Self.words(of: piece)) }
        return ExternalVariable.allCases.filter { words.contains($0.rawValue) }
    }

    /// True when a pattern asks for the begin or end of the bytes, or the edge of a word.
    private static func hasAnchor(_ head: [UInt8]) -> Bool {
        var tokens = RuleTokenizer(head)
        while let token = tokens.next() {
            if token.kind == .pattern, isAnchored(Array(head[token.range])) { return true }
        }
        return false
    }

    private static func isAnchored(_ pattern: [UInt8]) -> Bool {
        var isEscaped = false
        var isInClass = false
        var previous: UInt8 = 0
        for byte in pattern {
            if isEscaped {
                isEscaped = false
                let isEdge = byte == UInt8(ascii: "b") || byte == UInt8(ascii: "B")
                if isEdge, !isInClass { return true }
                previous = 0
                continue
            }
            switch byte {
            case UInt8(ascii: "\\"):
                isEscaped = true
            case UInt8(ascii: "[") where !isInClass:
                isInClass = true
            case UInt8(ascii: "]") where isInClass:
                // First in a class it is a member, not the end.
                isInClass = previous == UInt8(ascii: "[")
            case UInt8(ascii: "^") where isInClass && previous == UInt8(ascii: "["):
                continue
            case UInt8(ascii: "^") where !isInClass, UInt8(ascii: "$") where !isInClass:
                return true
            default:
                break
            }
            previous = byte
        }
        return false
    }
}
