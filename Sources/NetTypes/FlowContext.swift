/// Which flow a finding belongs to, in the form every event line needs.
public struct FlowContext: Equatable, Codable, Sendable {
    /// The flow's identifier, the same in every run over the same capture.
    public var id: FlowID
    /// The side that opened the flow.
    public var client: Endpoint
    /// The side that accepted it.
    public var server: Endpoint
    /// What the flow speaks.
    public var transport: TransportProtocol
    /// VLAN tags of its first frame.
    public var vlans: VLANStack
    /// How many tunnels it lay in; 0 for none.
    public var tunnelDepth: UInt8
    /// Community ID version 1 with seed 0.
    public var communityID: String
    /// What it speaks above the transport; nil while that is not known.
    public var application: ApplicationProtocol?
    /// The interface of a live run that its first frame came from; 0 for a savefile.
    public var interface: UInt16 = 0
    /// The unit that the client's address belonged to at the flow's first packet; nil when it is not known.
    public var clientUnit: NetworkUnit?
    /// The unit of the server's address, likewise.
    public var serverUnit: NetworkUnit?

    /// What is written of it where it goes to another process: units are looked up there again.
    private enum CodingKeys: CodingKey {
        case id, client, server, transport, vlans, tunnelDepth, communityID, application, interface
    }

    /// A context from its parts.
    public init(
        id: FlowID, client: Endpoint, server: Endpoint, transport: TransportProtocol, vlans: VLANStack,
        tunnelDepth: UInt8, communityID: String, application: ApplicationProtocol? = nil
    ) {
        self.id = id
        self.client = client
        self.server = server
        self.transport = transport
        self.vlans = vlans
        self.tunnelDepth = tunnelDepth
        self.communityID = communityID
        self.application = application
    }

    /// The end that sends in a direction.
    public func sender(_ direction: Direction) -> Endpoint {
        direction == .toServer ? client : server
    }

    /// The unit of the end that sends in a direction.
    public func senderUnit(_ direction: Direction) -> NetworkUnit? {
        direction == .toServer ? clientUnit : serverUnit
    }

    /// What may be kept of its payload: where the units of both ends differ, what the more severe one says.
    public var payload: PayloadPolicy {
        max(clientUnit?.payload ?? .keep, serverUnit?.payload ?? .keep)
    }
}
