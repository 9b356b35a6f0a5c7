import Incidents
import NetTypes

/// Takes the findings of a scan: all go to the event log, detections also to standard output or into the table.
struct ScanSink: FindingSink {
    /// Detections that the table keeps; the rest is counted. A hostile capture could have any number.
    static let tableLimit = 1000

    /// The event log; nil when none is written.
    let log: EventLog?
    /// Where detections go as JSON lines; nil when a table is wanted.
    let lines: ResultStream?
    /// Where alerts become incidents; nil without a store.
    let desk: IncidentDesk?
    /// The file that is being read.
    private(set) var file = ""
    /// Which detections are alerts.
    var policy = AlertPolicy()
    /// What it had counted when this file began.
    private var before = AlertStatistics()
    /// What the table will show.
    private(set) var kept: [(file: String, detection: Detection)] = []
    /// The counters of the file that was read last; nil before the first.
    private(set) var lastStatistics: StatisticsRecord?
    /// All detections that are alerts, kept or not.
    private(set) var detections: UInt64 = 0
    /// Stream directions with bytes that never came.
    private(set) var streamsWithGaps: UInt64 = 0

    private var encoder: EventEncoder
    private let host: String

    /// A sink for the events of a sensor.
    init(host: String, log: EventLog?, lines: ResultStream?, desk: IncidentDesk? = nil) {
        self.desk = desk
        self.host = host
        self.log = log
        self.lines = lines
        encoder = EventEncoder(host: host, origin: .savefile(path: ""))
    }

    /// From here on findings come from another savefile.
    mutating func begin(file: String) {
        self.file = file
        before = policy.statistics
        lastStatistics = nil
        encoder = EventEncoder(host: host, origin: .savefile(path: file))
        log?.encoder = encoder
    }

    /// Waits until all that was received is in the store and in the event log; false where it is not.
    func settle() -> Bool {
        let isStored = desk?.settle(log) ?? true
        log?.flush()
        return isStored && log?.failure == nil
    }

    /// Takes one finding.
    mutating func receive(_ finding: Finding) {
        let finding = judged(finding)
        if case .statistics(let record) = finding { lastStatistics = record }
        log?.receive(finding)
        switch finding {
        case .detection(let detection):
            let isAlert = detection.suppression == nil
            detections += isAlert ? 1 : 0
            let line = lines != nil || desk != nil && isAlert ? encoder.line(finding) : nil
            if isAlert, let desk, let line {
                desk.report(detection, event: line, source: file)
                desk.tell(log)
            }
            if let lines {
                if let line { lines.line(line) }
            } else if isAlert, kept.count < Self.tableLimit {
                kept.append((file, detection))
            }
        case .flow(let flow):
            streamsWithGaps += flow.toServer.gapBytes > 0 ? 1 : 0
            streamsWithGaps += flow.toClient.gapBytes > 0 ? 1 : 0
        case .stream, .transaction, .file, .anomaly, .statistics: break
        }
    }

    /// The finding with what the list of suppressions says of it: of a detection, or in the counters of this file.
    private mutating func judged(_ finding: Finding) -> Finding {
        guard case .statistics(var record) = finding else { return policy.judge(finding) }
        if !policy.isEmpty { record.alerts = policy.statistics.since(before) }
        return .statistics(record)
    }
}
