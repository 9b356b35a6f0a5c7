/// A file and what is in it.
public struct RuleFileText: Equatable, Sendable {
    /// Its path, as problems name it.
    public let path: String
    /// Its bytes. Owned.
    public let bytes: [UInt8]
}
