/// Where evidence was looked for, and what came of it.
public struct EvidenceAccount: Equatable, Sendable {
    /// Places that were read.
    public var origins: [Origin] = []
    /// Packets that were given for each flow, by its name.
    public var packets: [String: UInt64] = [:]
    /// What was not found, in the order of the request.
    public var missing: [EvidenceGap] = []
    /// Flows whose packets were cut after the transport header, by name, since a network at one end keeps no payload.
    public var cut: Set<String> = []

    /// Nothing yet.
    public init() {}

    /// A place that was read.
    public struct Origin: Equatable, Sendable, Codable {
        /// Its path, as it was named.
        public var path: String
        /// `savefile` or `recording`.
        public var kind: String
        /// Packets of the case that were found there.
        public var packets: UInt64
        /// Why it was not read to its end; empty when it was.
        public var damage: String

        /// A place from its parts.
        public init(path: String, kind: String, packets: UInt64, damage: String) {
            self.path = path
            self.kind = kind
            self.packets = packets
            self.damage = damage
        }
    }
}
