/// What makes packets one flow: both ends, the protocol and the VLAN tags, the same for both directions.
///
/// The lower end comes first, so that a packet and its answer have equal keys.
public struct FlowKey: Hashable, Sendable {
    /// The lower of the two ends.
    public let low: Endpoint
    /// The higher of the two ends.
    public let high: Endpoint
    /// What the flow speaks.
    public let transport: TransportProtocol
    /// VLAN tags that keep flows of different networks apart.
    public let vlans: VLANStack

    /// A key from the two ends in any order.
    @inlinable
    public init(_ one: Endpoint, _ other: Endpoint, transport: TransportProtocol, vlans: VLANStack) {
        let inOrder = !(other < one)
        low = inOrder ? one : other
        high = inOrder ? other : one
        self.transport = transport
        self.vlans = vlans
    }

    /// Equal when all parts are; ports first, since they differ most often.
    @inlinable
    public static func == (left: FlowKey, right: FlowKey) -> Bool {
        left.low.port == right.low.port && left.high.port == right.high.port
            && left.low.address == right.low.address && left.high.address == right.high.address
            && left.transport == right.transport && left.vlans == right.vlans
    }

    /// The key of a packet that has no answer (an ICMP error): the order is kept, so that the other direction is
    /// another flow, as Community ID has it.
    @inlinable
    public init(oneWay from: Endpoint, to: Endpoint, transport: TransportProtocol, vlans: VLANStack) {
        low = from
        high = to
        self.transport = transport
        self.vlans = vlans
    }
}
