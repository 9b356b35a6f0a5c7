import NetTypes

/// What libyara keeps of a rule, as values.
struct CompiledRule {
    var name: String
    var namespace: String
    var tags: [String]
    var metadata: [RuleIdentity.Metadata]
    var isPrivate: Bool
    var isGlobal: Bool
    var strings: [CompiledString]
}
