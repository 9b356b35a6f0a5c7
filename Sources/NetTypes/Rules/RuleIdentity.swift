/// What a detection says about the rule that hit: a copy, so that it outlives the rule set.
public struct RuleIdentity: Equatable, Codable, Sendable {
    /// The rule's identifier.
    public var name: String
    /// Its namespace: the path of its file under the rule folder, without the extension.
    public var namespace: String
    /// Its tags, in the order of the source.
    public var tags: [String]
    /// Its metadata, in the order of the source.
    public var metadata: [Metadata]
    /// 1 (highest) to 4, from the metadata key `severity`.
    public var severity: Int
    /// The integer that stands for it in events: derived from namespace and name, 2³⁰ to 2³¹−1.
    public var signatureID: UInt32
    /// Hexadecimal SHA-256 of the rule set it was compiled in.
    public var ruleSetSHA256: String

    /// An identity from its parts.
    public init(
        name: String, namespace: String, tags: [String], metadata: [Metadata], severity: Int,
        signatureID: UInt32,
        ruleSetSHA256: String
    ) {
        self.name = name
        self.namespace = namespace
        self.tags = tags
        self.metadata = metadata
        self.severity = severity
        self.signatureID = signatureID
        self.ruleSetSHA256 = ruleSetSHA256
    }

    /// One line of a rule's `meta` section.
    public struct Metadata: Equatable, Codable, Sendable {
        /// The key.
        public var key: String
        /// What it says.
        public var value: Value

        /// A line from its parts.
        public init(key: String, value: Value) {
            self.key = key
            self.value = value
        }
    }

    /// YARA's three kinds of metadata.
    public enum Value: Equatable, Codable, Sendable {
        /// Text.
        case text(String)
        /// A signed integer.
        case number(Int64)
        /// true or false.
        case boolean(Bool)
    }

    /// Whether the rule is about a kind of bytes. Its metadata `scope` says so: `stream` for what goes over the wire,
    /// `object` for files and bodies. Without it, or with another word, it is about both.
    public func isAbout(_ kind: ScannedObject.Kind) -> Bool {
        switch text("scope") {
        case "stream": kind.isRaw
        case "object": !kind.isRaw
        default: true
        }
    }

    /// The text under a key; nil when there is none or it is no text.
    public func text(_ key: String) -> String? {
        for line in metadata where line.key == key {
            if case .text(let text) = line.value { return text }
        }
        return nil
    }
}
