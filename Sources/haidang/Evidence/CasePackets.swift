import Capture
import Incidents
import NetTypes
import Scan
import Sensor

/// Packets on their way into a case: those of networks that keep no payload are cut or held back, the others also go
/// through the engine, which takes the objects out of them again.
final class CasePackets {
    /// Packets that were taken, by the place of their flow in the list.
    private(set) var counts: [UInt64]
    /// Flows of which packets were cut after the transport header.
    private(set) var cut: Set<Int> = []
    /// Flows of which packets were held back.
    private(set) var withheld: Set<Int> = []

    private let flows: [EvidenceFlow]
    private let payload: PayloadPolicy
    private let configuration: SensorConfiguration
    private let intake: EvidenceIntake
    private let cutter: PayloadCut
    private var inspector: Inspector?
    private var sink: ObjectSink
    private var writer = PcapngWriter(capacity: limit)
    private var linkTypes: [LinkType] = []
    private let takesObjects: Bool

    /// Bytes that are gathered before they are handed on.
    private static let limit = 1 << 20

    /// Nothing yet. `flows` are those that the places of packets are about.
    init(
        _ flows: [EvidenceFlow], _ request: EvidenceRequest, _ configuration: SensorConfiguration,
        into intake: EvidenceIntake
    ) throws(EvidenceError) {
        self.flows = flows
        payload = request.payload
        self.intake = intake
        var configuration = configuration
        configuration.objectContent = true
        self.configuration = configuration
        cutter = PayloadCut(configuration.decoder)
        sink = ObjectSink(intake: intake)
        counts = [UInt64](repeating: 0, count: flows.count)
        takesObjects = !request.objects.isEmpty
        writer.section(hardware: "", system: "", application: "haidang \(Version.number)")
        try beginCapture()
    }

    /// False once nothing more is of use.
    var goesOn: Bool { intake.failure == nil && Interruption.signal == nil }

    /// Takes a packet of a flow.
    func take(_ place: Int, _ header: FrameHeader, _ bytes: Span<UInt8>) {
        switch policy(flows[place], at: header.timestamp) {
        case .none:
            withheld.insert(place)
            return
        case .hash:
            cut.insert(place)
            add(header, bytes.extracting(0..<min(cutter.length(header, bytes), bytes.count)))
        case .keep:
            add(header, bytes)
            if takesObjects { inspector?.inspect(header, bytes, &sink) }
        }
        counts[place] += 1
    }

    /// The most severe of what the incident's units say, and those that the addresses belonged to when it was captured.
    private func policy(_ flow: EvidenceFlow, at time: Timestamp) -> PayloadPolicy {
        let units = [flow.client, flow.server].compactMap {
            configuration.networks.unit(of: $0.address, at: time)?.payload
        }
        return max(payload, units.max() ?? .keep)
    }

    private func add(_ header: FrameHeader, _ bytes: Span<UInt8>) {
        guard bytes.count <= PcapngWriter.largestFrame else { return }
        var interface = linkTypes.firstIndex(of: header.linkType)
        if interface == nil {
            interface = linkTypes.count
            linkTypes.append(header.linkType)
            writer.interface(RecordingInterface(name: "", linkType: header.linkType, snaplen: 0))
        }
        writer.packet(interface: UInt32(clamping: interface ?? 0), header, bytes)
        if writer.bytes.count >= Self.limit { flush() }
    }

    private func flush() {
        intake.take(packets: writer.bytes)
        writer.removeAll()
    }

    /// Begins a capture of its own: flows do not reach from one into the next.
    private func beginCapture() throws(EvidenceError) {
        guard takesObjects else { return }
        do throws(RuleError) {
            inspector = try Inspector(configuration, rules: nil)
        } catch {
            throw .engine("\(ProblemText.rules(error).english)")
        }
    }

    /// Ends a capture: what is in flight in it ends, too.
    func endCapture() throws(EvidenceError) {
        inspector?.finish(&sink)
        try beginCapture()
    }

    /// Hands on what is left.
    func finish() {
        flush()
    }
}
