import NetTypes

/// One hit of a preview.
public struct PreviewHit: Equatable, Sendable {
    /// The file that was being read.
    public let file: String
    /// The rule, with its namespace.
    public let rule: String
    /// True when it is a hit of the old set that the new one has not.
    public let isLost: Bool
    /// The hit.
    public let detection: Detection
}
