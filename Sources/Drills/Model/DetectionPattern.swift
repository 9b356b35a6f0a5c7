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

extension DetectionPattern {
    /// Whether it is about a flow between these ends.
    func mayBe(in client: Endpoint, _ server: Endpoint) -> Bool {
        (self.client.map { $0 == client.address } ?? true)
            && (self.server.map { $0 == server.address } ?? true)
            && (serverPort.map { $0 == server.port } ?? true)
    }

    /// True where it says nothing of the flow.
    var isAnywhere: Bool { client == nil && server == nil && serverPort == nil }
}
