/// How a set comes to look at a rule, or not to.
public struct RulePlan: Equatable, Sendable {
    /// The shard it is in, by name: rules of one shard are looked at together.
    public var shard: String
    /// The bytes one of which a unit must begin with; empty where it may begin with anything.
    public var prefixes: [[UInt8]]
    /// The literals one of which must be in the unit; empty where the rule is looked at in every unit that begins right.
    public var literals: [Literal]

    /// The plan of a rule that is looked at always.
    public init() {
        shard = "all"
        prefixes = []
        literals = []
    }

    /// A plan from its parts.
    public init(shard: String, prefixes: [[UInt8]], literals: [Literal]) {
        self.shard = shard
        self.prefixes = prefixes
        self.literals = literals
    }

    /// The plan of a rule that needs this, in a shard.
    init(shard: String, _ need: Need?) {
        self.shard = shard
        prefixes = (need?.gate ?? []).sorted { $0.lexicographicallyPrecedes($1) }
        literals = (need?.triggers ?? []).compactMap { trigger in
            guard case .literal(let bytes, let ignoresCase) = trigger else { return nil }
            return Literal(bytes: bytes, ignoresCase: ignoresCase)
        }
    }

    /// Bytes that are looked for before a rule is.
    public struct Literal: Equatable, Sendable {
        /// The bytes, in lower case where case is ignored.
        public var bytes: [UInt8]
        /// True when letters of ASCII stand for both cases.
        public var ignoresCase: Bool

        /// A literal from its parts.
        public init(bytes: [UInt8], ignoresCase: Bool) {
            self.bytes = bytes
            self.ignoresCase = ignoresCase
        }
    }
}
