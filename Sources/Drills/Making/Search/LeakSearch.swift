import NetTypes
import Scan
import Sensor
import Wire

/// Looks for originals in a finished drill: in headers, frames, streams, and in all that the engine takes out of them.
struct LeakSearch {
    /// Flows in which an original is left, without VLAN tags, and where it was seen.
    private(set) var flows: [FlowKey: String] = [:]
    /// Where an original is left that belongs to no flow; nil where none does.
    private(set) var unplaced: String?
    /// Places where four or sixteen bytes are those of an original address without being one that is known to be one.
    private(set) var coincidences = 0
    /// Addresses as text that stand for nothing that is known; a sample, in order.
    private(set) var strangers: [String] = []

    private let originals: Originals
    private let finder: TextFinder

    /// Searches frames.
    init(
        _ frames: [SliceFrame], _ originals: Originals, _ configuration: SensorConfiguration
    ) throws(MakeError) {
        self.originals = originals
        finder = TextFinder(originals)
        let map = PayloadMap(frames)
        for (index, frame) in frames.enumerated() { search(frame, map.carriers[index].flow) }
        PayloadSearch(originals).edits(in: map) { _, flow, _ in note(flow, "stream") }
        strangers = Strangers.texts(in: map, originals)
        for carrier in map.carriers[frames.count...] { search(carrier.bytes, carrier.flow, "datagram") }
        try searchFindings(frames, configuration)
    }

    private mutating func note(_ flow: FlowKey?, _ place: String) {
        guard let flow else {
            if unplaced == nil { unplaced = place }
            return
        }
        let plain = FlowKey(flow.low, flow.high, transport: flow.transport, vlans: VLANStack())
        if flows[plain] == nil { flows[plain] = place }
    }

    private mutating func search(_ frame: SliceFrame, _ flow: FlowKey?) {
        var bytes = frame.bytes
        let seen = HeaderAddresses(&bytes, frame.header)
        if !seen.addresses.isDisjoint(with: originals.addresses)
            || !seen.hardware.isDisjoint(with: originals.hardware)
        {
            note(flow, "header")
        }
        search(frame.bytes, flow, "frame")
        coincidences += BinaryCoincidences.count(in: frame.bytes, originals.addresses)
    }

    private mutating func search(_ bytes: [UInt8], _ flow: FlowKey?, _ place: String) {
        if !finder.edits(in: bytes).isEmpty { note(flow, place) }
    }

    /// What is compressed or encoded on the wire comes out of the engine in the clear.
    private mutating func searchFindings(
        _ frames: [SliceFrame], _ configuration: SensorConfiguration
    ) throws(MakeError) {
        var configuration = configuration
        configuration.objectContent = true
        let found = Found()
        let finder = finder
        func look(_ bytes: [UInt8], _ flow: FlowContext, _ place: String) {
            if !finder.edits(in: bytes).isEmpty { found.places.append((Self.key(flow), place)) }
        }
        _ = try EngineRun(frames, configuration, nil) { finding in
            switch finding {
            case .file(let file):
                look(Array(file.object.name.utf8), file.flow, "object")
                if let content = file.content { look(content, file.flow, "object") }
            case .transaction(let transaction):
                for text in Self.texts(transaction.fields) { look(text, transaction.flow, "transaction") }
            default: break
            }
        }
        for (flow, place) in found.places { note(flow, place) }
    }

    /// What the engine's findings held, as they came: their bytes are not kept.
    private final class Found {
        var places: [(FlowKey, String)] = []
    }

    private static func key(_ flow: FlowContext) -> FlowKey {
        FlowKey(flow.client, flow.server, transport: flow.transport, vlans: VLANStack())
    }

    private static func texts(_ fields: [RecordField]) -> [[UInt8]] {
        fields.flatMap { texts($0.value) }
    }

    private static func texts(_ value: RecordValue) -> [[UInt8]] {
        switch value {
        case .text(let text): [Array(text.utf8)]
        case .object(let fields): texts(fields)
        case .list(let values): values.flatMap { texts($0) }
        default: []
        }
    }
}
