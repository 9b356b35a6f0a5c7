/// Reads a condition just far enough to say whether it asks for nothing but any one of its strings. Whatever
/// it does not know makes the answer `other`; so it is small, and wrong only to the safe side.
struct ConditionReader {
    /// What a part of a condition depends on.
    enum Dependence {
        /// Only on external variables and literals: the same for every window of a unit.
        case constant
        /// True as soon as one string matches somewhere: true for the unit exactly if true for one of its
        /// windows.
        case anyMatch
        /// Something else, or unknown.
        case other
    }

    private let source: [UInt8]
    private var tokens: RuleTokenizer
    private var current: RuleToken?
    private var depth = 0

    private init(_ condition: [UInt8]) {
        source = condition
        tokens = RuleTokenizer(condition)
        current = tokens.next()
    }

    /// What the whole condition depends on.
    static func dependence(of condition: [UInt8]) -> Dependence {
        var reader = ConditionReader(condition)
        let result = reader.disjunction()
        return reader.current == nil ? result : .other
    }

    private mutating func disjunction() -> Dependence {
        var result = conjunction()
        while takeWord("or") {
            switch (result, conjunction()) {
            case (.other, _), (_, .other): result = .other
            case (.constant, .constant): result = .constant
            default: result = .anyMatch
            }
        }
        return result
    }

    private mutating func conjunction() -> Dependence {
        var result = negation()
        while takeWord("and") {
            switch (result, negation()) {
            case (.constant, let other), (let other, .constant): result = other
            default: result = .other  // Two strings may lie in two windows.
            }
        }
        return result
    }

    private mutating func negation() -> Dependence {
        guard depth < RuleLimits.conditionDepth else { return .other }
        depth += 1
        defer { depth -= 1 }
        guard takeWord("not") else { return primary() }
        return negation() == .constant ? .constant : .other
    }

    private mutating func primary() -> Dependence {
        if takeSymbol("(") {
            let inner = disjunction()
            return takeSymbol(")") ? inner : .other
        }
        if takeWord("true") || takeWord("false") { return .constant }
        if current?.kind == .string, let name = text, !name.hasSuffix("*") {
            advance()
            return .anyMatch
        }
        if takeWord("any") || take(.number, "1") { return anyOf() }
        return comparison()
    }

    /// `of them` or `of ($a, $b*)`, after `any` or `1`.
    private mutating func anyOf() -> Dependence {
        guard takeWord("of") else { return .other }
        if takeWord("them") { return .anyMatch }
        guard takeSymbol("(") else { return .other }
        repeat {
            guard current?.kind == .string else { return .other }
            advance()
        } while takeSymbol(",")
        return takeSymbol(")") ? .anyMatch : .other
    }

    private static let comparisons: Set<String> = [
        "==", "!=", "<", "<=", ">", ">=", "contains", "icontains", "startswith", "istartswith", "endswith",
        "iendswith", "iequals", "matches",
    ]

    /// An external variable or literal, alone or compared with another.
    private mutating func comparison() -> Dependence {
        guard takeFixedOperand() else { return .other }
        guard let sign = text, Self.comparisons.contains(sign) else { return .constant }
        advance()
        return takeFixedOperand() ? .constant : .other
    }

    private mutating func takeFixedOperand() -> Bool {
        let isFixed: Bool =
            switch current?.kind {
            case .number, .text, .pattern: true
            case .word: text.flatMap(ExternalVariable.init(rawValue:)) != nil
            default: false
            }
        if isFixed { advance() }
        return isFixed
    }

    private var text: String? {
        current.map { String(decoding: source[$0.range], as: UTF8.self) }
    }

    private mutating func advance() {
        current = tokens.next()
    }

    private mutating func take(_ kind: RuleToken.Kind, _ expected: String) -> Bool {
        guard current?.kind == kind, text == expected else { return false }
        advance()
        return true
    }

    private mutating func takeWord(_ expected: String) -> Bool { take(.word, expected) }

    private mutating func takeSymbol(_ expected: String) -> Bool { take(.symbol, expected) }
}
