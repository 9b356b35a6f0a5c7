import NetTypes

/// What a detection must be like. A part that is nil is anything.
public struct DetectionPattern: Equatable, Hashable, Sendable {
    /// Namespace, slash, name of the rule.
    public var rule: String?
    /// The category of the rule.
    public var category: RuleCategory?
    /// The flow's client, as it plays.
    public var client: IPAddress?
    /// The flow's server, as it plays.
    public var server: IPAddress?
    /// The server's port.
    public var serverPort: UInt16?
    /// Which way the matching bytes went.
    public var direction: Direction?
    /// What it was found in.
    public var object: ScannedObject.Kind?

    /// A pattern that anything meets.
    public init() {}
}
