import NetTypes

/// What a team has to say of an inject. Its points are shared equally among the parts that are asked.
public struct ExpectedAnswer: Equatable, Sendable {
    /// Points in all, 0 to 1,000.
    public var points = 0
    /// What it is.
    public var category: RuleCategory?
    /// The identifier of the unit that suffers it.
    public var unit: String?
    /// ATT&CK techniques, any of which is right; a technique is right for its sub-techniques too.
    public var techniques: [AttackTechnique] = []
    /// Number of the frame, in the traffic as played, that carried the first bytes of the match.
    public var firstPacket: UInt64?
    /// The hosts that are affected, all of them.
    public var hosts: [IPAddress] = []

    /// Nothing is asked.
    public init() {}

    /// How many parts are asked.
    public var parts: Int {
        [category != nil, unit != nil, !techniques.isEmpty, firstPacket != nil, !hosts.isEmpty]
            .count { $0 }
    }
}
