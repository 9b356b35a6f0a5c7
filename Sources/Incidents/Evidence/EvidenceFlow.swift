import NetTypes

/// A flow whose packets are evidence.
public struct EvidenceFlow: Hashable, Sendable {
    /// Community ID, by which its packets are found; empty when the detection has none.
    public var communityID: String
    /// The side that opened it.
    public var client: Endpoint
    /// The side that accepted it.
    public var server: Endpoint
    /// What it speaks.
    public var transport: TransportProtocol

    /// A flow from its parts.
    public init(communityID: String, client: Endpoint, server: Endpoint, transport: TransportProtocol) {
        self.communityID = communityID
        self.client = client
        self.server = server
        self.transport = transport
    }

    /// What the manifest calls it: its Community ID, or its ends where it has none.
    public var name: String {
        communityID.isEmpty
            ? "\(transport.rawValue) \(client.address) \(client.port) \(server.address) \(server.port)"
            : communityID
    }
}
