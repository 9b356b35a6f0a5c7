/// A pattern of STIX 2 that is nothing but values to compare with, one of which is enough: comparisons joined by OR, in
/// one pair of brackets or several. What more the language can say (AND, order, time, regular expressions) asks for a
/// memory of what was seen, which lists of indicators have not.
struct STIXPattern {
    /// One comparison: the path of what is compared, and the value.
    struct Comparison: Equatable {
        let path: String
        let value: String
    }

    private enum Token: Equatable {
        case word(String)
        case text(String)
        case mark(Character)
    }

    /// The comparisons, in order.
    let comparisons: [Comparison]

    /// Comparisons of one pattern at most.
    private static let most = 10_000

    /// Reads a pattern; nil when it says more than that, or does not parse.
    init?(_ text: String) {
        guard let tokens = Self.tokens(text) else { return nil }
        var rest = tokens[...]
        var comparisons: [Comparison] = []
        repeat {
            guard rest.popFirst() == .mark("[") else { return nil }
            repeat {
                guard let more = Self.comparison(&rest), comparisons.count + more.count <= Self.most else {
                    return nil
                }
                comparisons += more
            } while Self.takeOr(&rest)
            guard rest.popFirst() == .mark("]") else { return nil }
        } while Self.takeOr(&rest)
        guard rest.isEmpty else { return nil }
        self.comparisons = comparisons
    }

    private static func takeOr(_ rest: inout ArraySlice<Token>) -> Bool {
        guard rest.first == .word("OR") else { return false }
        rest.removeFirst()
        return true
    }

    /// `path = 'value'`, `path IN ('value', …)` or `path ISSUBSET 'value'`.
    private static func comparison(_ rest: inout ArraySlice<Token>) -> [Comparison]? {
        guard case .word(var path) = rest.popFirst() else { return nil }
        // A key in quotation marks belongs to the path: hashes.'SHA-256'.
        if path.hasSuffix("."), case .text(let key) = rest.first {
            path += key
            rest.removeFirst()
        }
        switch rest.popFirst() {
        case .mark("="), .word("ISSUBSET"):
            guard case .text(let value) = rest.popFirst() else { return nil }
            return [Comparison(path: path, value: value)]
        case .word("IN"):
            guard rest.popFirst() == .mark("(") else { return nil }
            var values: [Comparison] = []
            while case .text(let value) = rest.popFirst() {
                values.append(Comparison(path: path, value: value))
                switch rest.popFirst() {
                case .mark(","): continue
                case .mark(")"): return values
                default: return nil
                }
            }
            return nil
        default: return nil
        }
    }

    private static func tokens(_ text: String) -> [Token]? {
        var tokens: [Token] = []
        var rest = text[...]
        while let first = rest.first {
            if first.isWhitespace {
                rest.removeFirst()
            } else if first == "'" {
                rest.removeFirst()
                guard let value = quoted(&rest) else { return nil }
                tokens.append(.text(value))
            } else if "[]()=,".contains(first) {
                tokens.append(.mark(first))
                rest.removeFirst()
            } else {
                let word = rest.prefix { $0.isLetter || $0.isNumber || ".:-_".contains($0) }
                guard !word.isEmpty else { return nil }
                tokens.append(.word(String(word)))
                rest = rest[word.endIndex...]
            }
        }
        return tokens
    }

    /// The rest of a text up to its quotation mark, `\'` and `\\` restored; nil without one.
    private static func quoted(_ rest: inout Substring) -> String? {
        var value = ""
        while let next = rest.popFirst() {
            if next == "'" { return value }
            if next == "\\" {
                guard let escaped = rest.popFirst() else { return nil }
                value.append(escaped)
            } else {
                value.append(next)
            }
        }
        return nil
    }
}
