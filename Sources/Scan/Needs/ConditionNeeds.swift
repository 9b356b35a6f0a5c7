/// Reads a condition for what it cannot be true without. Whatever it does not know needs nothing, so it is wrong only
/// to the safe side.
///
/// An operand that is undefined makes a comparison false, so one that names the place of a string needs that string.
struct ConditionNeeds {
    private let source: [UInt8]
    private let strings: [DeclaredString]
    private var tokens: RuleTokenizer
    private var current: RuleToken?
    private var depth = 0

    private init(_ condition: [UInt8], _ strings: [DeclaredString]) {
        source = condition
        self.strings = strings
        tokens = RuleTokenizer(condition)
        current = tokens.next()
    }

    /// What the condition of a rule with these strings needs; nil for nothing, or for what is not understood.
    static func need(of condition: [UInt8], strings: [DeclaredString]) -> Need? {
        var reader = ConditionNeeds(condition, strings)
        let need = reader.disjunction()
        return reader.current == nil ? need : nil
    }

    private mutating func disjunction() -> Need? {
        var need = conjunction()
        while takeWord("or") { need = .either(need, conjunction()) }
        return need
    }

    private mutating func conjunction() -> Need? {
        var need = operand()
        while takeWord("and") { need = .both(need, operand()) }
        return need
    }

    /// One operand of `and` and `or`, to its end.
    private mutating func operand() -> Need? {
        guard depth < RuleLimits.conditionDepth else {
            skip()
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        let start = (tokens, current)
        if let need = known() {
            switch need {
            case .restricted(let need):
                skip()
                return need
            case .whole(let need) where isAtEnd:
                return need
            case .whole:
                break
            }
        }
        (tokens, current) = start
        skip()
        return nil
    }

    /// What was understood of an operand.
    private enum Known {
        /// All of it.
        case whole(Need?)
        /// Its beginning; whatever follows can only ask for more.
        case restricted(Need?)
    }

    private mutating func known() -> Known? {
        guard let token = current else { return nil }
        switch token.kind {
        case .symbol where text(token) == "(":
            if let count = count() { return many(count) }
            advance()
            let inner = disjunction()
            return takeSymbol(")") ? .whole(inner) : nil
        case .string: return string(token)
        case .property: return property(token)
        case .number: return count().flatMap { many($0) } ?? magic()
        case .word:
            if let count = count() { return many(count) }
            return magic()
        default: return nil
        }
    }

    /// `$a`, `$a at 0`, `$a in (…)`.
    private mutating func string(_ token: RuleToken) -> Known? {
        guard let string = strings.first(where: { $0.name == text(token) && $0.name.utf8.count > 1 }) else {
            return nil
        }
        advance()
        if takeWord("in") { return .restricted(string.need) }
        guard takeWord("at") else { return .whole(string.need) }
        if isNumber(0), let bytes = string.onlySpelling {
            advance()
            let isAlone = isAtEnd
            let gate = Need(prefix: Array(bytes.prefix(Self.prefixBytes)))
            return .restricted(isAlone ? .both(string.need, gate) : string.need)
        }
        return .restricted(string.need)
    }

    /// `#a > 2`, `#a == 1`, and any comparison of the place or length of a match.
    private mutating func property(_ token: RuleToken) -> Known? {
        let name = text(token)
        guard
            let string = strings.first(where: {
                $0.name.dropFirst() == name.dropFirst() && name.utf8.count > 1
            })
        else { return nil }
        advance()
        if !name.hasPrefix("#") {
            if takeSymbol("[") { while current != nil, !takeSymbol("]") { advance() } }
            return current.map { Self.comparisons.contains(text($0)) } == true
                ? .restricted(string.need) : nil
        }
        guard let sign = current.map(text) else { return nil }
        advance()
        guard let token = current, let number = Self.number(text(token)) else { return nil }
        advance()
        switch sign {
        case ">" where number >= 0, ">=" where number >= 1, "==" where number >= 1: return .whole(string.need)
        default: return nil
        }
    }

    private static let comparisons: Set<String> = ["==", "!=", "<", "<=", ">", ">="]

    /// How many of a set there must be: the least.
    private enum Count {
        case all
        case least(Int)
    }

    /// `any`, `all`, `3`, `(3)` or `50%` before `of`; nil, and nothing read, without.
    private mutating func count() -> Count? {
        let start = (tokens, current)
        let hasBracket = takeSymbol("(")
        var count: Count?
        if takeWord("any") {
            count = .least(1)
        } else if takeWord("all") {
            count = .all
        } else if let token = current, token.kind == .number, let number = Self.number(text(token)),
            number >= 1
        {
            advance()
            count = .least(takeSymbol("%") ? 1 : number)
        }
        if count != nil, !hasBracket || takeSymbol(")"), takeWord("of") { return count }
        (tokens, current) = start
        return nil
    }

    /// `them` or `($a, $b*)`, after the count.
    private mutating func many(_ count: Count) -> Known? {
        var needs: [Need?] = []
        if takeWord("them") {
            needs = strings.map(\.need)
        } else {
            guard takeSymbol("(") else { return nil }
            var names: Set<Int> = []
            repeat {
                guard let token = current, token.kind == .string else { return nil }
                names.formUnion(members(text(token)))
                advance()
            } while takeSymbol(",")
            guard takeSymbol(")") else { return nil }
            needs = names.sorted().map { strings[$0].need }
        }
        let least: Int =
            switch count {
            case .all: needs.count
            case .least(let number): number
            }
        return .restricted(.atLeast(least, of: needs))
    }

    private func members(_ name: String) -> [Int] {
        strings.indices.filter { index in
            name.hasSuffix("*") ? strings[index].name.hasPrefix(name.dropLast()) : strings[index].name == name
        }
    }

    /// Bytes of the beginning that are looked at.
    private static let prefixBytes = 4

    /// `uint16(0) == 0x5a4d` or the other way round.
    private mutating func magic() -> Known? {
        if let width = width() {
            guard takeSymbol("=="), let bytes = takeMagic(width) else { return nil }
            return .whole(Need(prefix: bytes))
        }
        guard let token = current, Self.number(text(token)) != nil else { return nil }
        advance()
        guard takeSymbol("=="), let width = width() else { return nil }
        guard let bytes = Self.bytes(of: text(token), width) else { return nil }
        return .whole(Need(prefix: bytes))
    }

    /// How a number lies at the beginning: its bytes, and whether the first is the highest.
    private struct Width {
        var bytes: Int
        var isBig: Bool
    }

    private static let widths: [String: Width] = [
        "uint8": Width(bytes: 1, isBig: false), "uint16": Width(bytes: 2, isBig: false),
        "uint32": Width(bytes: 4, isBig: false), "uint8be": Width(bytes: 1, isBig: true),
        "uint16be": Width(bytes: 2, isBig: true), "uint32be": Width(bytes: 4, isBig: true),
    ]

    /// `uint16(0)` and its like.
    private mutating func width() -> Width? {
        guard let token = current, let width = Self.widths[text(token)] else { return nil }
        advance()
        guard takeSymbol("("), isNumber(0) else { return nil }
        advance()
        return takeSymbol(")") ? width : nil
    }

    private mutating func takeMagic(_ width: Width) -> [UInt8]? {
        guard let token = current, let bytes = Self.bytes(of: text(token), width) else { return nil }
        advance()
        return bytes
    }

    private static func bytes(of text: String, _ width: Width) -> [UInt8]? {
        guard let number = number(text), number >> (8 * width.bytes) == 0 else { return nil }
        let low = (0..<width.bytes).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        return width.isBig ? low.reversed() : low
    }

    private static func number(_ text: String) -> Int? {
        let number = text.hasPrefix("0x") ? Int(text.dropFirst(2), radix: 16) : Int(text)
        return number.flatMap { $0 >= 0 ? $0 : nil }
    }

    private func isNumber(_ number: Int) -> Bool {
        current.map { $0.kind == .number && Self.number(text($0)) == number } ?? false
    }

    /// True where an operand of `and` and `or` is over.
    private var isAtEnd: Bool {
        guard let token = current else { return true }
        return (token.kind == .symbol && text(token) == ")")
            || (token.kind == .word && ["and", "or"].contains(text(token)))
    }

    /// Goes to the end of an operand, past all brackets in it.
    private mutating func skip() {
        var open = 0
        while let token = current, open > 0 || !isAtEnd {
            if token.kind == .symbol {
                if text(token) == "(" { open += 1 }
                if text(token) == ")" { open -= 1 }
            }
            advance()
        }
    }

    private func text(_ token: RuleToken) -> String {
        String(decoding: source[token.range], as: UTF8.self)
    }

    private mutating func advance() {
        current = tokens.next()
    }

    private mutating func takeWord(_ expected: String) -> Bool {
        guard let token = current, token.kind == .word, text(token) == expected else { return false }
        advance()
        return true
    }

    private mutating func takeSymbol(_ expected: String) -> Bool {
        guard let token = current, token.kind == .symbol, text(token) == expected else { return false }
        advance()
        return true
    }
}
