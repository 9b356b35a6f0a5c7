import Flow
import NetTypes
import Scan

/// Collects the bytes of streams and scans them: whole when they end, or in overlapping windows when they are
/// longer than one; datagrams one by one. Content lies in arrays parallel to the flow table.
struct ContentInspector: ~Copyable {
    let configuration: ScanConfiguration
    /// As it was given, for scanners.
    private let scanning: ScanConfiguration
    private let keepsDigests: Bool
    let hasRules: Bool
    /// True when rules ask for the types of objects.
    private(set) var asksForTypes: Bool
    var scanner: UnitScanner?
    var contents: [FlowContent] = []
    /// The streams, two for each flow. An array of their own, because a stream is then changed where it lies; an
    /// accessor that chooses between two properties of `FlowContent` allocates whenever it is not inlined.
    var streams: [StreamContent] = []
    /// What keeping the bytes of all streams costs in memory.
    var kept = 0
    /// What was odd since this was last taken.
    var odd = AnomalySet()
    /// The account of scanning.
    var statistics = ScanStatistics()
    /// What became of objects.
    var objects = ApplicationStatistics()

    init(_ configuration: SensorConfiguration, rules: RuleSet?) throws(RuleError) {
        var scanning = configuration.scan
        // Half a window of overlap is the most: with more, windows would hardly move on.
        scanning.window = max(2, scanning.window)
        scanning.overlap = min(max(0, scanning.overlap), scanning.window / 2)
        self.configuration = scanning
        self.scanning = configuration.scan
        keepsDigests = configuration.streamRecords
        hasRules = rules != nil
        asksForTypes = rules?.asksForFileType ?? false
        if let rules {
            scanner = try UnitScanner(rules, configuration.scan, keeping: configuration.unitBudget)
        } else {
            scanner = nil
        }
    }

    /// Exchanges the rules. A rule that both sets have, and that has been reported in a stream, stays reported.
    mutating func replaceRules(_ rules: RuleSet) throws(RuleError) {
        guard hasRules else { return }
        scanner = try UnitScanner(rules, scanning)
        asksForTypes = rules.asksForFileType
    }

    /// Takes what was odd since the last time.
    mutating func takeOdd() -> AnomalySet {
        defer { odd = AnomalySet() }
        return odd
    }

    /// Makes room for a new flow.
    mutating func open(_ flow: FlowIndex, _ context: FlowContext) {
        while contents.count <= flow.rawValue {
            contents.append(FlowContent())
            streams.append(StreamContent())
            streams.append(StreamContent())
        }
        contents[flow.rawValue] = FlowContent(context: context)
        for direction in [Direction.toServer, .toClient] {
            let at = place(flow.rawValue, direction)
            streams[at] = StreamContent()
            if keepsDigests, context.transport == .tcp { streams[at].digest = Digest(.sha256) }
        }
    }

    /// Where a stream lies.
    @inline(__always)
    func place(_ flow: Int, _ direction: Direction) -> Int {
        2 * flow + (direction == .toServer ? 0 : 1)
    }

    /// What events say of a flow; nil when it is not open.
    func context(_ flow: FlowIndex) -> FlowContext? {
        contents[flow.rawValue].context
    }

    /// The protocol of a flow was told.
    mutating func recognise(_ flow: Int, _ application: ApplicationProtocol) {
        contents[flow].context?.application = application
    }

    /// Takes the next bytes of a stream, which begin at a stream offset. Those behind the first `clear` are encrypted
    /// and are not scanned; no others follow them.
    mutating func take(
        _ bytes: Span<UInt8>, clear: Int, _ header: FrameHeader, _ flow: FlowIndex, _ direction: Direction,
        _ sink: inout some FindingSink
    ) {
        let at = flow.rawValue
        streams[place(at, direction)].delivered += UInt64(bytes.count)
        if keepsDigests { streams[place(at, direction)].digest?.update(bytes) }
        guard hasRules else { return }
        statistics.offered += UInt64(clear)
        var rest = bytes.extracting(first: clear)
        while rest.count > 0 {
            if streams[place(at, direction)].count >= configuration.window {
                scan(flow, direction, keeping: configuration.overlap, &sink)
            }
            // The overlap is smaller than the window, so each turn takes at least one byte.
            let room = max(1, configuration.window - streams[place(at, direction)].count)
            let part = rest.extracting(first: min(room, rest.count))
            append(part, header, flow, direction, &sink)
            rest = rest.extracting(droppingFirst: part.count)
        }
        // Only where the others leave no room for this segment.
        if kept > configuration.budget { relieve(flow, direction, &sink) }
    }

    /// Passes over bytes of a stream, which the application layer did not look at either. What is before them is scanned
    /// alone, and what follows is a new run.
    mutating func shed(
        _ count: Int, clear: Int, _ flow: FlowIndex, _ direction: Direction, _ sink: inout some FindingSink
    ) {
        let stream = place(flow.rawValue, direction)
        streams[stream].delivered += UInt64(count)
        guard hasRules else { return }
        statistics.offered += UInt64(clear)
        statistics.shed += UInt64(clear)
        gap(at: streams[stream].end, length: UInt64(count), flow, direction, &sink)
    }

    /// Keeps bytes of a stream. When there is no room for it to grow, what is there of it is scanned first, and its
    /// memory given back but for the overlap; where the others leave no room
    /// even so, the budget is exceeded by these bytes and their mark, until they have been scanned.
    private mutating func append(
        _ part: Span<UInt8>, _ header: FrameHeader, _ flow: FlowIndex, _ direction: Direction,
        _ sink: inout some FindingSink
    ) {
        let stream = place(flow.rawValue, direction)
        var (reservation, growth) = need(of: stream, for: part.count)
        if kept + growth > configuration.budget {
            relieve(flow, direction, &sink)
            (reservation, growth) = need(of: stream, for: part.count)
            if kept + growth > configuration.budget {
                reservation = streams[stream].count + part.count
                growth = streams[stream].growth(to: reservation)
            }
        }
        streams[stream].append(part, header, reserving: reservation)
        kept += growth
        statistics.pending += UInt64(part.count)
        statistics.peakBytes = max(statistics.peakBytes, UInt64(kept))
    }

    /// The room that a stream is to reserve for its bytes when so many more come, and how much more it then costs.
    @inline(__always)
    private func need(of stream: Int, for more: Int) -> (reservation: Int, growth: Int) {
        let reservation = streams[stream].reservation(
            for: more, window: configuration.window, kept: kept, budget: configuration.budget)
        return (reservation, streams[stream].growth(to: reservation))
    }

    /// Bytes of a stream will never come: what is before them is scanned alone, what follows is a new run.
    mutating func gap(
        at offset: UInt64, length: UInt64, _ flow: FlowIndex, _ direction: Direction,
        _ sink: inout some FindingSink
    ) {
        streams[place(flow.rawValue, direction)].hasGap = true
        guard hasRules else { return }
        scan(flow, direction, keeping: 0, &sink)
        streams[place(flow.rawValue, direction)].restart(at: offset + length)
    }

    /// Both streams of a flow have ended: scans what waits and keeps nothing.
    mutating func finish(_ flow: FlowIndex, _ sink: inout some FindingSink) {
        guard hasRules else { return }
        scan(flow, .toServer, keeping: 0, &sink)
        scan(flow, .toClient, keeping: 0, &sink)
    }

    /// True when a repeated part of a stream differs from what was delivered, as far as that is still here.
    func differs(_ bytes: Span<UInt8>, at offset: UInt64, _ flow: FlowIndex, _ direction: Direction) -> Bool {
        hasRules && streams[place(flow.rawValue, direction)].differs(from: bytes, at: offset)
    }

    /// True when a rule hit in the flow.
    func isAlerted(_ flow: FlowIndex) -> Bool {
        contents[flow.rawValue].isAlerted
    }

    /// Bytes delivered in a stream and their digest; the digest starts again.
    func delivered(_ flow: FlowIndex, _ direction: Direction) -> (bytes: UInt64, sha256: [UInt8]) {
        let content = streams[place(flow.rawValue, direction)]
        return (content.delivered, content.digest?.finish() ?? [])
    }

    /// Forgets a flow.
    mutating func close(_ flow: FlowIndex) {
        contents[flow.rawValue] = FlowContent()
        for direction in [Direction.toServer, .toClient] {
            kept -= streams[place(flow.rawValue, direction)].cost
            streams[place(flow.rawValue, direction)] = StreamContent()
        }
    }

    /// The budget is used up: the stream at hand is scanned as far as it has come and keeps only its overlap, or
    /// nothing when even with that the budget is exceeded. No byte goes unscanned.
    private mutating func relieve(
        _ flow: FlowIndex, _ direction: Direction, _ sink: inout some FindingSink
    ) {
        odd.insert(.scanLimit)
        scan(flow, direction, keeping: configuration.overlap, &sink)
        if kept > configuration.budget { trim(flow.rawValue, direction, to: 0) }
    }

    /// Lets go of all bytes of a stream but the last `overlap`. Their memory stays with the stream, which is likely
    /// to go on, unless the budget is more than half used.
    mutating func trim(_ at: Int, _ direction: Direction, to overlap: Int) {
        let before = streams[place(at, direction)].cost
        streams[place(at, direction)].keepLast(overlap, releasing: kept > configuration.budget / 2)
        kept += streams[place(at, direction)].cost - before
    }
}
