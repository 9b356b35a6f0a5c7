/// What the metadata of a rule says, whichever convention it follows, in the words of this project.
public struct RuleProfile: Equatable, Sendable {
    /// Whose convention it is.
    public let convention: RuleConvention
    /// How bad it is what it finds, and which key says so.
    public let severity: RuleSeverity
    /// What it finds; nil when nothing says so.
    public let category: RuleCategory?
    /// ATT&CK techniques, each once, in their order.
    public let techniques: [AttackTechnique]
    /// Its own identifier: `id`, `rule_id` or `fingerprint`.
    public let identifier: String?
    /// One line of English.
    public let description: String?
    /// The same in Vietnamese.
    public let vietnamese: String?
    /// Who wrote it.
    public let author: String?
    /// Pages about it, each once, in their order.
    public let references: [String]
    /// Digests of samples, as they are written.
    public let hashes: [String]
    /// The day it was written.
    public let date: RuleDate?
    /// The day it was last changed.
    public let modified: RuleDate?
    /// The last day on which it should be used.
    public let expires: RuleDate?
    /// What may be done with it.
    public let license: String?
    /// With whom it may be shared, `TLP:` included.
    public let sharing: String?
    /// Whom it is about.
    public let threatActor: String?
    /// YARA-Forge's measure of how well it is written.
    public let quality: Int?
    /// From 0 to 100.
    public let score: Int?
    /// Folders of captures that it must hit.
    public let hits: [String]
    /// Folders in which it must stay silent.
    public let misses: [String]

    /// The profile of a rule.
    public init(_ identity: RuleIdentity) {
        let metadata = MetadataReader(identity.metadata)
        convention = RuleConvention(identity)
        severity = RuleSeverity(of: identity.metadata)
        category = Self.category(identity, metadata)
        techniques = Self.techniques(identity, metadata)
        identifier = metadata.first("id", "rule_id", "fingerprint")
        description = metadata.first("description")
        vietnamese = metadata.first("description_vi")
        author = metadata.first("author")
        references = metadata.all("reference", "report", "source_url", "url")
        hashes = metadata.all("hash", "sha256", "md5", "sha1")
        date = metadata.first("date").flatMap(RuleDate.init)
        modified = metadata.first("modified", "last_modified", "last_edit").flatMap(RuleDate.init)
        expires = metadata.first("expires", "valid_until").flatMap(RuleDate.init)
        license = metadata.first("license", "license_url")
        sharing = metadata.first("sharing", "tlp").map(Self.sharing)
        threatActor = metadata.first("actor", "threat_actor")
        quality = metadata.number("quality")
        score = metadata.values("score").compactMap(RuleSeverity.score).last
        hits = metadata.list("hits")
        misses = metadata.list("misses")
    }

    /// The word under `category`; else that of the subdivisions that CCCS has, of a tag, or of the name's beginning.
    private static func category(_ identity: RuleIdentity, _ metadata: MetadataReader) -> RuleCategory? {
        let name = identity.name.split(separator: "_").prefix(4).map(String.init)
        let words =
            metadata.list("category") + metadata.list("malware_type") + metadata.list("tc_detection_type")
            + identity.tags + metadata.list("tags") + name
        return words.lazy.compactMap { RuleCategory(word: $0) }.first
    }

    private static func techniques(
        _ identity: RuleIdentity, _ metadata: MetadataReader
    ) -> [AttackTechnique] {
        // A tag can have no dot, so there a low line stands for it.
        let tags = identity.tags.map { $0.replacing("_", with: ".") }
        let words = MetadataReader.techniqueKeys.flatMap { metadata.list($0) } + tags + metadata.list("tags")
        var techniques: [AttackTechnique] = []
        for technique in words.compactMap({ AttackTechnique($0) }) where !techniques.contains(technique) {
            techniques.append(technique)
        }
        return techniques
    }

    private static func sharing(_ text: String) -> String {
        let plain = text.uppercased()
        return plain.hasPrefix("TLP:") ? plain : "TLP:" + plain
    }
}
