import NetTypes

/// Puts together what libyara keeps of a rule and what only its source tells.
struct RuleDescriber {
    let rule: CompiledRule
    /// Its source; nil never happens, and would make every answer the careful one.
    let piece: RulePiece?
    /// The modules that its file imports.
    let modules: Set<String>
    /// The global rules of its namespace.
    let globals: Int
    /// Bytes that two windows of a unit share.
    let overlap: Int

    /// The rule, with its number and the digest of its set.
    func describe(number: UInt32, sha256: String) -> Rule {
        let identity = RuleIdentity(
            name: rule.name, namespace: rule.namespace, tags: rule.tags, metadata: rule.metadata,
            severity: Self.severity(of: rule.metadata), signatureID: number, ruleSetSHA256: sha256)
        return Rule(
            identity: identity, file: piece?.file ?? "", line: piece?.item.nameLine ?? 0,
            needsWholeUnit: needsWholeUnit, isPrivate: rule.isPrivate, isGlobal: rule.isGlobal,
            imports: imports, stringCount: rule.strings.count { !$0.isTail })
    }

    /// A global rule must match the unit too, perhaps in another window.
    private var needsWholeUnit: Bool {
        guard let piece else { return true }
        let otherGlobals = globals - (rule.isGlobal ? 1 : 0)
        return otherGlobals > 0 || RuleScope.needsWholeUnit(piece, strings: rule.strings, overlap: overlap)
    }

    private var imports: [String] {
        guard let piece else { return modules.sorted() }
        return modules.intersection(RuleScope.words(of: piece)).sorted()
    }

    /// The last line `severity` that says something: 1 to 4, or a word for it. Otherwise 3.
    private static func severity(of metadata: [RuleIdentity.Metadata]) -> Int {
        let words = ["critical": 1, "high": 2, "medium": 3, "low": 4]
        var severity = 3
        for line in metadata where line.key == "severity" {
            switch line.value {
            case .number(let number) where (1...4).contains(number): severity = Int(number)
            case .text(let text): severity = words[text.lowercased()] ?? severity
            default: break
            }
        }
        return severity
    }
}
