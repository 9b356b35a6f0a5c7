import NetTypes

extension FlowKey {
    /// The same flow whatever its VLAN tags are, which findings do not need to tell it.
    var withoutTags: FlowKey { FlowKey(low, high, transport: transport, vlans: VLANStack()) }

    /// An order for reports.
    func isBefore(_ other: FlowKey) -> Bool {
        if low != other.low { return low < other.low }
        if high != other.high { return high < other.high }
        return transport.rawValue < other.transport.rawValue
    }
}

extension DroppedFlow {
    init(_ flow: FlowKey, _ reason: Reason) {
        self.init(low: flow.low, high: flow.high, transport: flow.transport, reason: reason)
    }
}
