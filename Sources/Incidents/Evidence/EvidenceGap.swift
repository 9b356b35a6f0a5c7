/// Something that belongs to a case and is not in its folder.
public struct EvidenceGap: Hashable, Sendable, Codable {
    /// What kind of thing: `packets`, `object`, `rule`, `source` or `losses`.
    public var kind: String
    /// Which one; what the traffic or an operator called it, so it may hold any characters.
    public var name: String
    /// Why, as a clause in English.
    public var reason: String

    /// A gap from its parts.
    public init(kind: String, name: String, reason: String) {
        self.kind = kind
        self.name = name
        self.reason = reason
    }
}
