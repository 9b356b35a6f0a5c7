/// How often a shard of a set is looked at.
public struct ShardCost: Equatable, Sendable {
    /// Its name.
    public let name: String
    /// Its rules.
    public let rules: Int
    /// Units in which it was looked at.
    public var candidates = 0
    /// Bytes of these.
    public var candidateBytes = 0
}
