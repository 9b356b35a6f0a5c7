import NetTypes
import Wire

/// The flows of one worker: which packet belongs to which, how far each has come, and its streams' bytes in order.
///
/// The caller drives: `find`, and when there is no flow `create`; `accept` for each packet; `nextDue` until nil;
/// `nextExpired` now and then. A flow's end is the caller's act too: `nextLeft` for both directions, `record`,
/// `release`. Between `find` and `release` a `FlowIndex` stands for the flow.
public struct FlowTracker: ~Copyable {
    let configuration: FlowConfiguration
    var table: FlowTable
    var queues: TimeoutQueues
    var early = EarlySegments()
    private var ordinals: UInt64 = 0
    /// Capture time of the packet at hand, as `find` was told.
    private var now = Timestamp.zero
    /// The flow table's account.
    public private(set) var flows = FlowStatistics()
    /// Reassembly's account.
    public internal(set) var streams = StreamStatistics()

    /// A tracker with nothing in it. The hash takes its secrets from `seed`, on which no output depends.
    public init(_ configuration: FlowConfiguration, seed: UInt64) {
        self.configuration = configuration
        table = FlowTable(capacity: configuration.capacity, hash: KeyedHash(seed: seed))
        queues = TimeoutQueues(configuration.timeouts)
    }

    /// Finds the flow of a packet that came at `now`: the newest capture time so far, which never goes back although
    /// times of frames may.
    public mutating func find(_ packet: Packet, at now: Timestamp) -> Lookup {
        self.now = now
        guard let at = table.find(Self.key(packet)) else {
            guard table.isFull, let victim = queues.victim(&table.slots) else { return .absent }
            return .over(FlowIndex(victim), .evicted)
        }
        if queues.isExpired(table.slots[at], at: now) { return .over(FlowIndex(at), .timeout) }
        let direction = table.slots[at].direction(of: packet)
        if let tcp = packet.tcp, tcp.has(TCPHeader.syn), table.slots[at].isBegunAnew(by: tcp, direction) {
            return .over(FlowIndex(at), .reused)
        }
        return .found(FlowIndex(at), direction)
    }

    /// Makes a flow of a packet for which `find` said `.absent`.
    public mutating func create(_ packet: Packet, _ header: FrameHeader) -> (FlowIndex, Direction) {
        var slot = FlowSlot(
            packet, Self.key(packet), header, at: now, ordinal: packet.tcp == nil ? 0 : ordinals)
        if let tcp = packet.tcp {
            ordinals += 1
            slot.upstream.policy = policy(receiver: slot.server.address)
            slot.downstream.policy = policy(receiver: slot.client.address)
            if tcp.has(TCPHeader.syn), tcp.has(TCPHeader.ack) {
                slot.upstream.start(at: tcp.acknowledgement, syn: true)
            } else if !tcp.has(TCPHeader.syn) {
                slot.isMidstream = true
                slot.state = .established
                streams.midstream += 1
            }
        }
        let direction = slot.direction(of: packet)
        let queue = TimeoutQueue.of(packet.transport, slot.state)
        let at = table.insert(slot)
        queues.enqueue(at, queue, &table.slots)
        flows.created += 1
        flows.active += 1
        flows.peak = max(flows.peak, flows.active)
        return (FlowIndex(at), direction)
    }

    /// Counts a packet in its flow and takes its payload; `wireBytes` are those of its frame, or frames.
    public mutating func accept(
        _ packet: Packet, _ bytes: Span<UInt8>, _ header: FrameHeader, wireBytes: Int,
        at index: FlowIndex, _ direction: Direction
    ) -> Acceptance {
        let at = index.rawValue
        let before = table.slots[at].state
        table.slots[at].seen = max(now, header.timestamp)
        table.slots[at].count(header, wireBytes: wireBytes, flags: packet.tcp?.flags ?? 0, direction)
        let trust = table.slots[at].trust(packet, direction, configuration.checksums)
        let acceptance =
            if packet.tcp != nil {
                table.slots[at].accept(
                    packet, bytes, header, direction, trust: trust, configuration, &early, &streams)
            } else {
                table.slots[at].acceptDatagram(packet, trust: trust)
            }
        if table.slots[at].state != before {
            queues.enqueue(at, .of(packet.transport, table.slots[at].state), &table.slots)
        }
        return acceptance
    }

    /// A flow that has been silent for its timeout at `now`; nil when there is none.
    public mutating func nextExpired(at now: Timestamp) -> FlowIndex? {
        queues.nextExpired(at: now, &table.slots).map(FlowIndex.init)
    }

    /// True when a flow has been silent for its timeout at `now`, though nobody has come to end it.
    public func isExpired(_ index: FlowIndex, at now: Timestamp) -> Bool {
        queues.isExpired(table.slots[index.rawValue], at: now)
    }

    /// Any flow at `position` or after it; for ending all of them, in the order of the table.
    public func nextFlow(from position: Int) -> FlowIndex? {
        var at = position
        while at < table.slots.count {
            if table.isUsed(at) { return FlowIndex(at) }
            at += 1
        }
        return nil
    }

    /// Forgets a flow. Its early segments must have been taken with `nextLeft` before.
    public mutating func release(_ index: FlowIndex, _ reason: FlowRecord.EndReason) {
        if reason == .evicted, table.slots[index.rawValue].isOpen { streams.limited += 1 }
        queues.remove(index.rawValue, &table.slots)
        table.remove(index.rawValue)
        flows.active -= 1
        flows.ended[reason] += 1
    }

    private static func key(_ packet: Packet) -> FlowKey {
        let source = Endpoint(address: packet.source, port: packet.sourcePort)
        let destination = Endpoint(address: packet.destination, port: packet.destinationPort)
        return packet.isOneWay
            ? FlowKey(oneWay: source, to: destination, transport: packet.transport, vlans: packet.vlans)
            : FlowKey(source, destination, transport: packet.transport, vlans: packet.vlans)
    }

    private func policy(receiver: IPAddress) -> OverlapPolicy {
        var best: NetworkPolicy?
        for candidate in configuration.overlapByNetwork where candidate.network.contains(receiver) {
            if candidate.network.prefixLength > best?.network.prefixLength ?? -1 { best = candidate }
        }
        return best?.policy ?? configuration.overlap
    }
}
