import NetTypes

/// A detection of the original that the drill does not have.
public struct LostDetection: Equatable, Sendable {
    /// Namespace, slash, name of the rule.
    public let rule: String
    /// Number of the first frame of the match, among those that were taken.
    public let frame: UInt64
}
