import NetTypes

extension FlowTracker {
    /// What event lines say of a flow; the Community ID is the caller's to fill in.
    public func context(_ index: FlowIndex) -> FlowContext {
        let slot = table.slots[index.rawValue]
        return FlowContext(
            id: slot.identifier, client: slot.client, server: slot.server, transport: slot.key.transport,
            vlans: slot.key.vlans, tunnelDepth: slot.tunnelDepth, communityID: "")
    }

    /// True for an ICMP message without an answer, whose ends Community ID does not sort.
    public func isOneWay(_ index: FlowIndex) -> Bool {
        table.slots[index.rawValue].isOneWay
    }

    /// Position of a flow among the TCP flows of the source, and the number of its first frame.
    public func ordinal(_ index: FlowIndex) -> (ordinal: UInt64, firstFrame: UInt64) {
        (table.slots[index.rawValue].ordinal, table.slots[index.rawValue].firstFrame)
    }

    /// The last frame of a flow, as far as its flow remembers it: number and time.
    public func lastHeader(_ index: FlowIndex) -> FrameHeader {
        let slot = table.slots[index.rawValue]
        return FrameHeader(number: slot.lastFrame, timestamp: slot.last, wireLength: 0, linkType: .raw)
    }

    /// Bytes of a stream that will never come.
    public func gapBytes(_ index: FlowIndex, _ direction: Direction) -> UInt64 {
        let slot = table.slots[index.rawValue]
        return direction == .toServer ? slot.upstream.gapBytes : slot.downstream.gapBytes
    }

    /// True when a side of a TCP flow said that it has no more to send (FIN), as it does behind the last byte of what
    /// only the end of the connection delimits. A reset says no such thing.
    public func isClosed(_ index: FlowIndex) -> Bool {
        let slot = table.slots[index.rawValue]
        return slot.upstream.finish != nil || slot.downstream.finish != nil
    }

    /// A flow's life, to be taken after its last bytes.
    public func record(
        _ index: FlowIndex, _ context: FlowContext, _ reason: FlowRecord.EndReason, alerted: Bool
    ) -> FlowRecord {
        let slot = table.slots[index.rawValue]
        var (toServer, toClient) = (slot.toServer, slot.toClient)
        toServer.gapBytes = slot.upstream.gapBytes
        toClient.gapBytes = slot.downstream.gapBytes
        return FlowRecord(
            context: context, start: slot.start, end: slot.last, firstFrame: slot.firstFrame,
            lastFrame: slot.lastFrame, toServer: toServer, toClient: toClient, state: slot.state,
            reason: reason,
            alerted: alerted, midstream: slot.isMidstream)
    }

    /// Notes that anomalies of a flow are being reported; gives those that had not been.
    public mutating func report(_ anomalies: AnomalySet, _ index: FlowIndex) -> AnomalySet {
        var fresh = AnomalySet()
        anomalies.forEach { anomaly in
            if table.slots[index.rawValue].reported.insert(anomaly) { fresh.insert(anomaly) }
        }
        return fresh
    }
}

extension FlowSlot {
    /// A number made of what identifies a flow: its key and when it began. No secret goes in, so that every run
    /// and every worker makes the same.
    fileprivate var identifier: FlowID {
        var state: UInt64 = 0x68_6169_6461_6e67
        func mix(_ word: UInt64) {
            let product = (state ^ word).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
            state = (product.high ^ product.low) &+ 0xd1b5_4a32_d192_ed03
        }
        for end in [key.low, key.high] {
            mix(end.address.high)
            mix(end.address.low)
            mix(UInt64(end.port))
        }
        mix(UInt64(key.transport.rawValue) << 32 | UInt64(key.vlans.outer) << 16 | UInt64(key.vlans.inner))
        mix(UInt64(bitPattern: start.nanoseconds))
        mix(firstFrame)
        return FlowID(rawValue: state ^ (state >> 53))
    }
}
