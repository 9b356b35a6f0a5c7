import AppLayer
import Flow
import NetTypes
import Scan
import Wire

/// The heart of the sensor: frames go in, findings come out. No thread, no clock, no I/O.
///
/// The order of a frame's life: time, decode, defragment, flow, reassemble, application layer, scan. Everything it needs to know
/// about the world is an argument, so the same frames give the same findings at any speed.
public struct Inspector: ~Copyable {
    let configuration: SensorConfiguration
    let decoder: Decoder
    var defragmenter: Defragmenter
    var flows: FlowTracker
    var application: ApplicationInspector
    var content: ContentInspector
    var indicators: IndicatorWatch
    var communityID = CommunityID()
    /// Where it says which flows are encrypted; nil when nobody asks.
    let sheds: ShedTable?
    private var sampler = AnomalySampler()
    private var capture = CaptureStatistics()
    var decoding = DecoderStatistics()
    private var anomalies = AnomalyCounts()
    private var first: Timestamp?
    /// Capture time: the newest seen.
    private(set) var now = Timestamp.zero
    /// When timeouts are looked at next.
    private var nextSweep = Timestamp.zero

    /// An inspector that has seen nothing; without rules it reassembles but does not scan.
    public init(
        _ configuration: SensorConfiguration, rules: RuleSet?, indicators: IndicatorSet? = nil
    ) throws(RuleError) {
        try self.init(configuration, rules: rules, indicators: indicators, sheds: nil)
    }

    init(
        _ configuration: SensorConfiguration, rules: RuleSet?, indicators: IndicatorSet?, sheds: ShedTable?
    ) throws(RuleError) {
        var configuration = configuration
        if indicators?.has(.md5) == true { configuration.application.md5 = true }
        self.indicators = IndicatorWatch(indicators)
        self.sheds = sheds
        self.configuration = configuration
        decoder = Decoder(configuration: configuration.decoder)
        defragmenter = Defragmenter(configuration.flow.fragments)
        flows = FlowTracker(configuration.flow, seed: UInt64.random(in: .min ... .max))
        application = ApplicationInspector(configuration.application)
        content = try ContentInspector(configuration, rules: rules)
    }

    /// Exchanges the rules: what is scanned from here on is scanned with the new ones. Throws when there is no memory
    /// for their scanner; the old ones stay.
    mutating func replaceRules(_ rules: RuleSet) throws(RuleError) {
        try content.replaceRules(rules)
    }

    /// Takes copies of what was scanned since the last time, as many as `unitBudget` has room for in all.
    public mutating func takeUnits() -> [ScannedUnit] {
        content.scanner?.takeUnits() ?? []
    }

    /// For each rule of the set, in its order, the bytes that libyara has looked at because of it and of those it shares a
    /// shard with: what a rule costs, without a clock. Empty without rules.
    public var bytesOfRules: [UInt64] {
        switch content.scanner {
        case .some(let scanner): scanner.bytesOfRules
        case .none: []
        }
    }

    /// Keeps no more than so many bytes of each object from here on; nil for as many as the limits allow.
    func keepHeads(_ bytes: Int?) {
        application.keepHeads(bytes)
    }

    /// Exchanges the indicators; nil for none. One that a flow has reported stays reported.
    mutating func replaceIndicators(_ set: IndicatorSet?) {
        indicators.set = set
    }

    /// Inspects one frame. The bytes are borrowed; what has to be kept is copied.
    public mutating func inspect(_ header: FrameHeader, _ bytes: Span<UInt8>, _ sink: inout some FindingSink)
    {
        receive(header, bytes.count)
        if first != nil, header.timestamp < now { anomalies.count(.timeRegressed) }
        advance(to: header.timestamp, &sink)
        // Filled in place: the outcome with a packet in it would move 150 bytes more than once.
        var packet = Packet()
        switch decoder.decode(bytes, header, into: &packet) {
        case .packet:
            if packet.fragment == nil { decoding.packets += 1 } else { decoding.fragments += 1 }
            handle(packet, bytes, Origin(header, bytes: bytes.count), nesting: 0, &sink)
        case .notIP: decoding.notIP += 1
        case .undecoded:
            decoding.undecoded += 1
            note(packet.anomalies, header, &sink)
        }
    }

    /// Moves capture time on to `time`, never back, and ends what has timed out by then; at most once for each
    /// second of it. Frames do the same; this is for when none come, or when others see them.
    public mutating func advance(to time: Timestamp, _ sink: inout some FindingSink) {
        if first == nil {
            first = time
            now = time
            nextSweep = time.advanced(by: CaptureTime.interval)
        }
        if time > now { now = time }
        guard now >= nextSweep else { return }
        var ended = 0
        while ended < Self.endsPerSweep, let flow = flows.nextExpired(at: now) {
            end(flow, .timeout, &sink)
            ended += 1
        }
        var odd = AnomalySet()
        while defragmenter.expireNext(at: now, &odd) {
            note(odd, at: now, frame: nil, interface: 0, &sink)
            odd = AnomalySet()
        }
        // With more to end the next frame goes on, so that no frame waits for a crowd of flows.
        if ended < Self.endsPerSweep { nextSweep = now.advanced(by: CaptureTime.interval) }
    }

    /// The capture has ended: ends every flow and sends the final statistics.
    public mutating func finish(_ sink: inout some FindingSink) {
        defragmenter.finish()
        var position = 0
        while let flow = flows.nextFlow(from: position) {
            end(flow, flows.isExpired(flow, at: now) ? .timeout : .shutdown, &sink)
            position = flow.rawValue + 1
        }
        let elapsed = now.nanoseconds(since: first ?? now)
        sink.receive(.statistics(StatisticsRecord(timestamp: now, elapsed: elapsed, statistics: statistics)))
    }

    /// Every counter as it stands.
    public var statistics: SensorStatistics {
        var all = SensorStatistics()
        all.capture = capture
        all.decoder = decoding
        all.defragmenter = defragmenter.statistics
        all.flow = flows.flows
        all.stream = flows.streams
        all.application = content.account(application.statistics)
        all.scan = content.statistics
        all.indicators = indicators.statistics
        all.anomalies = anomalies
        return all
    }

    private mutating func receive(_ header: FrameHeader, _ captured: Int) {
        capture.frames += 1
        capture.bytes += UInt64(captured)
        capture.bytesSnapped += UInt64(max(0, header.wireLength - captured))
        decoding.frames += 1
    }

    /// Flows that one frame ends at most.
    private static let endsPerSweep = 256

    /// Counts anomalies that belong to no flow, and reports a sample.
    mutating func note(_ set: AnomalySet, _ header: FrameHeader, _ sink: inout some FindingSink) {
        note(set, at: header.timestamp, frame: header.number, interface: header.interface, &sink)
    }

    private mutating func note(
        _ set: AnomalySet, at time: Timestamp, frame: UInt64?, interface: UInt16,
        _ sink: inout some FindingSink
    ) {
        if set.isEmpty { return }
        anomalies.count(set)
        for anomaly in Anomaly.allCases where set.contains(anomaly) {
            guard sampler.admits(anomaly, at: time) else { continue }
            sink.receive(
                .anomaly(
                    AnomalyRecord(
                        anomaly: anomaly, timestamp: time, frame: frame, flow: nil, direction: nil,
                        interface: interface)))
        }
    }

    /// Counts anomalies of a flow, and reports each kind once for each flow.
    mutating func note(
        _ set: AnomalySet, _ header: FrameHeader, _ flow: FlowIndex, _ direction: Direction,
        _ sink: inout some FindingSink
    ) {
        if set.isEmpty { return }
        anomalies.count(set)
        let fresh = flows.report(set, flow)
        if fresh.isEmpty { return }
        let context = content.context(flow)
        for anomaly in Anomaly.allCases where fresh.contains(anomaly) {
            sink.receive(
                .anomaly(
                    AnomalyRecord(
                        anomaly: anomaly, timestamp: header.timestamp, frame: header.number, flow: context,
                        direction: direction)))
        }
    }
}
