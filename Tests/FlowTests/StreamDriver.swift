import Flow
import NetTypes
import TestSupport
import Wire

/// Drives one TCP flow through a `FlowTracker` segment by segment and keeps what came out.
struct StreamDriver: ~Copyable {
    /// What came out of a stream, in order.
    enum Output: Equatable {
        case bytes(offset: UInt64, [UInt8])
        case gap(offset: UInt64, length: UInt64)
    }

    var tracker: FlowTracker
    var flow: FlowIndex?
    var outputs: [Output] = []
    var anomalies = AnomalySet()
    var lastAcceptance = Acceptance()
    private var frames: UInt64 = 0
    var time = Timestamp.zero

    init(_ configuration: FlowConfiguration = FlowConfiguration()) {
        var small = configuration
        small.capacity = min(configuration.capacity, 64)
        tracker = FlowTracker(small, seed: 1)
    }

    static func packet(
        _ direction: Direction, sequence: UInt32, acknowledgement: UInt32, flags: UInt8, length: Int,
        timestampValue: UInt32? = nil
    ) -> Packet {
        var packet = Packet()
        let toServer = direction == .toServer
        packet.source = IPAddress(ipv4: toServer ? 0xc633_6401 : 0xcb00_7101)
        packet.destination = IPAddress(ipv4: toServer ? 0xcb00_7101 : 0xc633_6401)
        packet.sourcePort = toServer ? 40000 : 80
        packet.destinationPort = toServer ? 80 : 40000
        packet.transport = .tcp
        packet.payload = 0..<length
        packet.tcp = TCPHeader(
            sequence: sequence, acknowledgement: acknowledgement, flags: flags, window: 65535,
            urgentPointer: 0,
            timestampValue: timestampValue)
        return packet
    }

    mutating func send(
        _ direction: Direction, _ sequence: UInt32, _ payload: [UInt8] = [], flags: UInt8 = TCPHeader.ack,
        acknowledgement: UInt32 = 0, timestampValue: UInt32? = nil
    ) {
        let packet = Self.packet(
            direction, sequence: sequence, acknowledgement: acknowledgement, flags: flags,
            length: payload.count,
            timestampValue: timestampValue)
        accept(packet, payload)
    }

    mutating func accept(_ packet: Packet, _ payload: [UInt8]) {
        frames += 1
        let header = FrameHeader(number: frames, timestamp: time, wireLength: payload.count, linkType: .raw)
        let (index, direction) = locate(packet, header)
        flow = index
        let acceptance = tracker.accept(
            packet, payload.span, header, wireBytes: payload.count, at: index, direction)
        lastAcceptance = acceptance
        anomalies.formUnion(acceptance.anomalies)
        if !acceptance.chunk.isEmpty {
            outputs.append(.bytes(offset: acceptance.offset, Array(payload[acceptance.chunk])))
        }
        if acceptance.snapped > 0 {
            outputs.append(
                .gap(offset: acceptance.offset + UInt64(acceptance.chunk.count), length: acceptance.snapped))
        }
        while let due = tracker.nextDue(index, direction, at: time) { keep(due) }
        while let due = tracker.nextDue(index, direction.reversed, at: time) { keep(due) }
    }

    private mutating func locate(_ packet: Packet, _ header: FrameHeader) -> (FlowIndex, Direction) {
        while true {
            switch tracker.find(packet, at: time) {
            case .found(let index, let direction): return (index, direction)
            case .over(let index, let reason): end(index, reason)
            case .absent: return tracker.create(packet, header)
            }
        }
    }

    private mutating func keep(_ due: DueBytes) {
        switch due {
        case .chunk(let chunk): outputs.append(.bytes(offset: chunk.offset, Array(chunk.bytes[chunk.range])))
        case .gap(let offset, let length): outputs.append(.gap(offset: offset, length: length))
        }
    }

    /// Ends the flow as the capture's end does.
    mutating func end() {
        if let flow { end(flow, .shutdown) }
    }

    private mutating func end(_ index: FlowIndex, _ reason: FlowRecord.EndReason) {
        for direction in [Direction.toServer, .toClient] {
            while let due = tracker.nextLeft(index, direction) { keep(due) }
        }
        tracker.release(index, reason)
        if index == flow { flow = nil }
    }

    /// All bytes that came out, holes left out.
    var bytes: [UInt8] {
        outputs.flatMap { output -> [UInt8] in
            if case .bytes(_, let bytes) = output { return bytes }
            return []
        }
    }

    /// Offset and byte of everything that came out.
    var cells: [UInt64: UInt8] {
        var cells: [UInt64: UInt8] = [:]
        for case .bytes(let offset, let bytes) in outputs {
            for (index, byte) in bytes.enumerated() { cells[offset + UInt64(index)] = byte }
        }
        return cells
    }

    /// True when outputs follow each other without a break and no offset comes twice.
    var isContiguous: Bool {
        var next: UInt64 = 0
        for output in outputs {
            switch output {
            case .bytes(let offset, let bytes):
                if offset != next { return false }
                next += UInt64(bytes.count)
            case .gap(let offset, let length):
                if offset != next || length == 0 { return false }
                next += length
            }
        }
        return true
    }

    /// Starts the flow with a three-way handshake; the client's first byte then has sequence `isn + 1`.
    mutating func handshake(isn: UInt32, serverISN: UInt32 = 9000) {
        send(.toServer, isn, flags: TCPHeader.syn)
        send(.toClient, serverISN, flags: TCPHeader.syn | TCPHeader.ack, acknowledgement: isn &+ 1)
        send(.toServer, isn &+ 1, acknowledgement: serverISN &+ 1)
    }
}
