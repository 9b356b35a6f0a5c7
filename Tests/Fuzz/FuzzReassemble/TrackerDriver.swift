import Flow
import NetTypes
import TestSupport
import Wire

/// Drives a tracker as the sensor does, and checks what must hold after each packet.
struct TrackerDriver: ~Copyable {
    private let limits: FlowConfiguration
    private var tracker: FlowTracker
    private var now = Timestamp(seconds: 1000, nanoseconds: 0)
    private var frames: [SentSegment] = []
    /// The two streams of each slot of the table.
    private var models: [[StreamModel]]
    /// True once two copies of a byte may differ.
    private var mayConflict = false

    init(_ limits: FlowConfiguration) {
        self.limits = limits
        tracker = FlowTracker(limits, seed: 1)
        models = [[StreamModel]](repeating: [StreamModel(), StreamModel()], count: limits.capacity)
    }

    mutating func wait(_ nanoseconds: Int64) {
        now = now.advanced(by: nanoseconds)
        guard nanoseconds >= 1_000_000_000 else { return }
        while let flow = tracker.nextExpired(at: now) { end(flow, .timeout) }
    }

    mutating func receive(_ packet: Packet, _ bytes: [UInt8], isForged: Bool) {
        let segment = SentSegment(packet, bytes)
        frames.append(segment)
        mayConflict = mayConflict || isForged
        let header = FrameHeader(
            number: UInt64(frames.count), timestamp: now, wireLength: bytes.count, linkType: .raw)
        let (flow, direction) = locate(packet, header)
        let before = tracker.streams
        let acceptance = tracker.accept(
            packet, bytes.span, header, wireBytes: bytes.count, at: flow, direction)
        checkRanges(acceptance, packet)
        if packet.tcp != nil {
            let after = tracker.streams
            let isLost = after.refused > before.refused || after.outOfWindow > before.outOfWindow
            models[flow.rawValue][Int(direction.rawValue)].send(segment, isRefused: isLost)
            if let number = segment.acknowledgement {
                models[flow.rawValue][Int(direction.reversed.rawValue)].acknowledge(number)
            }
            take(acceptance, segment, packet.payload, flow, direction)
        }
        if acceptance.hasEarly { drain(flow, direction) }
        if acceptance.peerHasEarly { drain(flow, direction.reversed) }
        checkAccount()
    }

    private mutating func locate(_ packet: Packet, _ header: FrameHeader) -> (FlowIndex, Direction) {
        var ended = 0
        while true {
            switch tracker.find(packet, at: now) {
            case .found(let flow, let direction): return (flow, direction)
            case .over(let flow, let reason):
                end(flow, reason)
                ended += 1
                precondition(ended <= 2, "more than one flow in the way of another, and no room")
            case .absent:
                let (flow, direction) = tracker.create(packet, header)
                models[flow.rawValue] = [StreamModel(), StreamModel()]
                return (flow, direction)
            }
        }
    }

    private mutating func take(
        _ acceptance: Acceptance, _ segment: SentSegment, _ payload: Range<Int>, _ flow: FlowIndex,
        _ direction: Direction
    ) {
        let stream = Int(direction.rawValue)
        if !acceptance.repeated.isEmpty {
            models[flow.rawValue][stream].repeated(
                acceptance.repeated.count, at: acceptance.repeatedOffset, of: segment,
                from: acceptance.repeated.lowerBound - payload.lowerBound)
        }
        let (chunk, offset) = (acceptance.chunk, acceptance.offset)
        if !chunk.isEmpty {
            let start = chunk.lowerBound - payload.lowerBound
            models[flow.rawValue][stream].take(
                segment.payload[start..<start + chunk.count], at: offset, of: segment, from: start)
        }
        if acceptance.snapped > 0 {
            models[flow.rawValue][stream].gap(at: offset + UInt64(chunk.count), length: acceptance.snapped)
        }
    }

    private mutating func drain(_ flow: FlowIndex, _ direction: Direction) {
        while let due = tracker.nextDue(flow, direction, at: now) { keep(due, flow, direction) }
    }

    private mutating func keep(_ due: DueBytes, _ flow: FlowIndex, _ direction: Direction) {
        let stream = Int(direction.rawValue)
        switch due {
        case .chunk(let chunk):
            let segment = frames[Int(chunk.frame) - 1]
            // What was held is the end of the segment: its beginning may have come out before.
            let start = segment.payload.count - chunk.bytes.count + chunk.range.lowerBound
            models[flow.rawValue][stream].take(
                chunk.bytes[chunk.range], at: chunk.offset, of: segment, from: start)
        case .gap(let offset, let length):
            models[flow.rawValue][stream].gap(at: offset, length: length)
        }
    }

    private mutating func end(_ flow: FlowIndex, _ reason: FlowRecord.EndReason) {
        for direction in [Direction.toServer, .toClient] {
            while let due = tracker.nextLeft(flow, direction) { keep(due, flow, direction) }
            models[flow.rawValue][Int(direction.rawValue)].finish()
        }
        let record = tracker.record(flow, tracker.context(flow), reason, alerted: false)
        precondition(record.toServer.packets + record.toClient.packets > 0, "a flow without packets")
        tracker.release(flow, reason)
        checkAccount()
    }

    mutating func finish() {
        var position = 0
        while let flow = tracker.nextFlow(from: position) {
            end(flow, .shutdown)
            position = flow.rawValue + 1
        }
        precondition(tracker.flows.active == 0, "flows after the end")
        precondition(tracker.streams.held == 0, "bytes held after the end")
    }

    private func checkRanges(_ acceptance: Acceptance, _ packet: Packet) {
        for range in [acceptance.chunk, acceptance.repeated, acceptance.stray] where !range.isEmpty {
            precondition(
                packet.payload.lowerBound <= range.lowerBound
                    && range.upperBound <= packet.payload.upperBound,
                "bytes outside the payload")
        }
        precondition(acceptance.snapped <= UInt64(packet.missingPayload), "a larger hole than was cut")
        precondition(mayConflict || !acceptance.anomalies.contains(.streamConflict), "a conflict of equals")
    }

    private func checkAccount() {
        let bytes = tracker.streams
        let settled = bytes.delivered + bytes.duplicate + bytes.outOfWindow + bytes.refused
        precondition(bytes.payload == settled + bytes.held, "the account of payload")
        precondition(bytes.held <= UInt64(limits.heldInAll), "more is held than the limit lets")
        let flows = tracker.flows
        precondition(flows.created == flows.active + flows.ended.total, "the account of flows")
        precondition(flows.active <= UInt64(limits.capacity), "more flows than the table holds")
    }
}
