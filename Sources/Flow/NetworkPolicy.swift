import NetTypes

/// The overlap policy of the hosts in one network.
public struct NetworkPolicy: Equatable, Sendable {
    /// The network.
    public let network: IPNetwork
    /// How its hosts resolve overlaps.
    public let policy: OverlapPolicy

    /// A policy for a network.
    public init(network: IPNetwork, policy: OverlapPolicy) {
        self.network = network
        self.policy = policy
    }
}
