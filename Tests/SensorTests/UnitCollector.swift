import Capture
import Flow
import NetTypes
import TestSupport
import Wire

/// Puts the bytes of streams and datagrams together with the flow room's own calls, and keeps them: the scanner is
/// not involved, so what it says can be compared with what others say of the same bytes.
struct UnitCollector: ~Copyable {
    /// One direction of one flow: contiguous runs of a stream, or datagrams.
    struct Unit {
        let kind: ScannedObject.Kind
        let flow: FlowID
        let direction: Direction
        var pieces: [[UInt8]] = []
        /// True when the next bytes follow a gap.
        var isBroken = true
    }

    private let decoder = Decoder()
    private var flows: FlowTracker
    private var defragmenter = Defragmenter(FragmentConfiguration())
    private var open: [FlowIndex: [Direction: Int]] = [:]
    private(set) var units: [Unit] = []

    init() {
        flows = FlowTracker(FlowConfiguration(), seed: 1)
    }

    /// The units of a savefile.
    static func units(of path: String) throws -> [Unit] {
        var collector = UnitCollector()
        var savefile = try Savefile(path: path)
        while try savefile.withNextFrame({ header, bytes in
            if case .packet(let packet) = collector.decoder.decode(bytes, header) {
                collector.take(packet, bytes, header, nesting: 0)
            }
        }) {}
        var position = 0
        while let flow = collector.flows.nextFlow(from: position) {
            collector.end(flow, .shutdown)
            position = flow.rawValue + 1
        }
        return collector.units
    }

    mutating func take(_ packet: Packet, _ bytes: Span<UInt8>, _ header: FrameHeader, nesting: Int) {
        if packet.fragment != nil {
            var odd = AnomalySet()
            guard let datagram = defragmenter.add(packet, bytes, header, &odd), nesting < 9 else { return }
            if case .packet(let inner) = decoder.decodeDatagram(datagram.bytes.span, inside: packet) {
                take(inner, datagram.bytes.span, header, nesting: nesting + 1)
            }
            return
        }
        let (flow, direction) = locate(packet, header)
        let acceptance = flows.accept(packet, bytes, header, wireBytes: 0, at: flow, direction)
        guard packet.tcp != nil else {
            if !acceptance.chunk.isEmpty {
                add([UInt8](copying: bytes.extracting(acceptance.chunk)), flow, direction, .datagram)
            }
            return
        }
        if !acceptance.stray.isEmpty {
            let stray = [UInt8](copying: bytes.extracting(acceptance.stray))
            units.append(
                Unit(kind: .segment, flow: flows.context(flow).id, direction: direction, pieces: [stray]))
        }
        if !acceptance.chunk.isEmpty {
            add([UInt8](copying: bytes.extracting(acceptance.chunk)), flow, direction, .stream)
        }
        if acceptance.snapped > 0 { breakOff(flow, direction) }
        for side in [direction, direction.reversed] {
            while let due = flows.nextDue(flow, side, at: header.timestamp) { take(due, flow, side) }
        }
    }

    private mutating func locate(_ packet: Packet, _ header: FrameHeader) -> (FlowIndex, Direction) {
        while true {
            switch flows.find(packet, at: header.timestamp) {
            case .found(let flow, let direction): return (flow, direction)
            case .over(let flow, let reason): end(flow, reason)
            case .absent: return flows.create(packet, header)
            }
        }
    }

    private mutating func take(_ due: DueBytes, _ flow: FlowIndex, _ direction: Direction) {
        switch due {
        case .chunk(let chunk): add(Array(chunk.bytes[chunk.range]), flow, direction, .stream)
        case .gap: breakOff(flow, direction)
        }
    }

    private mutating func add(
        _ bytes: [UInt8], _ flow: FlowIndex, _ direction: Direction, _ kind: ScannedObject.Kind
    ) {
        let at: Int
        if let known = open[flow]?[direction] {
            at = known
        } else {
            at = units.count
            units.append(Unit(kind: kind, flow: flows.context(flow).id, direction: direction))
            open[flow, default: [:]][direction] = at
        }
        if units[at].isBroken || kind == .datagram {
            units[at].pieces.append(bytes)
        } else {
            units[at].pieces[units[at].pieces.count - 1] += bytes
        }
        units[at].isBroken = false
    }

    private mutating func breakOff(_ flow: FlowIndex, _ direction: Direction) {
        if let at = open[flow]?[direction] { units[at].isBroken = true }
    }

    private mutating func end(_ flow: FlowIndex, _ reason: FlowRecord.EndReason) {
        for direction in [Direction.toServer, .toClient] {
            while let due = flows.nextLeft(flow, direction) { take(due, flow, direction) }
        }
        open[flow] = nil
        flows.release(flow, reason)
    }
}
