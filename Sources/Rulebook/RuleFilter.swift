import NetTypes

/// Which rules of a set are wanted: those that fit everything that was asked.
public struct RuleFilter: Sendable {
    /// These categories; empty for all.
    public var categories: [RuleCategory] = []
    /// These levels; empty for all.
    public var severities: [Int] = []
    /// These techniques, with their sub-techniques; empty for all.
    public var techniques: [AttackTechnique] = []
    /// A part of the name, the namespace, a tag, the description or a reference, in any case of letters.
    public var text = ""

    /// All rules.
    public init() {}

    /// True when the rule fits.
    public func admits(_ identity: RuleIdentity, _ profile: RuleProfile) -> Bool {
        if !categories.isEmpty {
            guard let category = profile.category, categories.contains(category) else { return false }
        }
        if !severities.isEmpty, !severities.contains(profile.severity.level) { return false }
        if !techniques.isEmpty {
            let fits = profile.techniques.contains { technique in
                techniques.contains { technique.belongs(to: $0) }
            }
            if !fits { return false }
        }
        if text.isEmpty { return true }
        let words = [identity.name, identity.namespace, profile.description ?? "", profile.vietnamese ?? ""]
        let wanted = text.lowercased()
        return (words + identity.tags + profile.references).contains { $0.lowercased().contains(wanted) }
    }
}
