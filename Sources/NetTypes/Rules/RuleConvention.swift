/// Whose way of writing metadata a rule follows, told from the keys that only it has.
public enum RuleConvention: String, CaseIterable, Sendable {
    /// That of `rules/`: an `id` of `HD-` and four digits (docs/RULES.md).
    case house = "haidang"
    /// YARA-Forge, which puts its own keys over those of the source.
    case forge = "yara-forge"
    /// CCCS-Yara, the standard of the Canadian Centre for Cyber Security.
    case cccs
    /// Signature-base.
    case signatureBase = "signature-base"
    /// No metadata that we know.
    case other

    /// The convention of a rule.
    public init(_ identity: RuleIdentity) {
        let keys = Set(identity.metadata.map(\.key))
        if identity.text("id")?.hasPrefix("HD-") == true {
            self = .house
        } else if keys.contains("logic_hash") || keys.isSuperset(of: ["quality", "score", "source_url"]) {
            self = .forge
        } else if keys.isSuperset(of: ["sharing", "status", "category"]) || keys.contains("fingerprint") {
            self = .cccs
        } else if keys.contains("author"),
            keys.contains("score") || keys.contains("license") || keys.contains("hash1")
        {
            self = .signatureBase
        } else {
            self = .other
        }
    }
}
