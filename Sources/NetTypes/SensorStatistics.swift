/// Every counter of the data plane, as terms of equations: each part says its own conservation law.
public struct SensorStatistics: Equatable, Sendable {
    /// What came in.
    public var capture = CaptureStatistics()
    /// What the frames were.
    public var decoder = DecoderStatistics()
    /// What became of fragments.
    public var defragmenter = DefragmenterStatistics()
    /// The flow table.
    public var flow = FlowStatistics()
    /// TCP reassembly.
    public var stream = StreamStatistics()
    /// Protocols, transactions and objects.
    public var application = ApplicationStatistics()
    /// Scanning.
    public var scan = ScanStatistics()
    /// Lists of indicators.
    public var indicators = IndicatorStatistics()
    /// What broke a rule or met a limit.
    public var anomalies = AnomalyCounts()

    /// All zero.
    public init() {}

    /// The laws that do not hold, each as a sentence; empty when every frame and byte is accounted for.
    public var brokenLaws: [String] {
        var broken: [String] = []
        func law(_ name: String, _ left: UInt64, _ right: UInt64) {
            if left != right { broken.append("\(name): \(left) is not \(right)") }
        }
        law("captured frames = decoded frames", capture.frames, decoder.frames)
        law(
            "frames = packets + fragments + not IP + undecoded", decoder.frames,
            decoder.packets + decoder.fragments + decoder.notIP + decoder.undecoded)
        law(
            "fragments = used + refused + dropped + waiting", defragmenter.fragments,
            defragmenter.used + defragmenter.refused + defragmenter.dropped + defragmenter.waiting)
        law("flows = active + ended", flow.created, flow.active + flow.ended.total)
        law(
            "payload = delivered + duplicate + out of window + refused + held", stream.payload,
            stream.delivered + stream.duplicate + stream.outOfWindow + stream.refused + stream.held)
        law(
            "offered = scanned + timed out + failed + shed + pending", scan.offered,
            scan.scanned + scan.timedOut + scan.failed + scan.shed + scan.pending)
        law(
            "objects = open + scanned + timed out + failed + skipped", application.objects,
            application.open + application.scanned + application.timedOut + application.failed
                + application.skipped)
        return broken
    }

    /// True when bytes of the input were not inspected: cut by a snaplen, cut off by
    /// a limit, timed out or failed.
    public var isIncomplete: Bool {
        capture.bytesSnapped > 0 || stream.limited > 0 || scan.timedOut > 0 || scan.failed > 0
            || scan.shed > 0 || application.shed > 0 || application.truncated > 0 || application.timedOut > 0
            || application.failed > 0
            || anomalies[.fragmentLimit] > 0 || anomalies[.unknownLinkType] > 0
    }
}
