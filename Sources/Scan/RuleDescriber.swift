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
            severity: RuleSeverity(of: rule.metadata).level, signatureID: number, ruleSetSHA256: sha256)
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
}
