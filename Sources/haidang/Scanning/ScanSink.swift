import Incidents
import NetTypes

/// Takes the findings of a scan: all go to the event log, detections also to standard output or into the table. It belongs to
/// the thread that owns the log.
final class ScanSink: UnitOutlet {
    /// Detections that the table keeps; the rest is counted. A hostile capture could have any number.
    static let tableLimit = 1000

    /// The event log; nil when none is written.
    let log: EventLog?
    /// Where detections go as JSON lines; nil when a table is wanted.
    let lines: ResultStream?
    /// Where alerts become incidents; nil without a store.
    let desk: IncidentDesk?
    /// Which detections are alerts.
    private(set) var policy: AlertPolicy
    /// What the table will show.
    private(set) var kept: [(file: String, detection: Detection)] = []
    /// All detections that are alerts, kept or not.
    private(set) var detections: UInt64 = 0
    /// Those among them that rules which are new found in what was scanned before.
    private(set) var hunted: UInt64 = 0
    /// Stream directions with bytes that never came.
    private(set) var streamsWithGaps: UInt64 = 0
    /// What is counted of the unit that is read.
    private(set) var tally = UnitTally()

    private let host: String
    private let networks: NetworkDirectory
    private var encoder: EventEncoder
    private var files = RotatedFiles()
    /// What the policy had counted when this capture began.
    private var before = AlertStatistics()

    /// A sink for the events of a sensor.
    init(
        host: String, log: EventLog?, lines: ResultStream?, desk: IncidentDesk?, policy: AlertPolicy,
        networks: NetworkDirectory = NetworkDirectory()
    ) {
        self.networks = networks
        self.desk = desk
        self.host = host
        self.log = log
        self.lines = lines
        self.policy = policy
        encoder = EventEncoder(host: host, origin: .savefile(path: ""))
    }

    /// From here on findings are of another unit.
    func begin(_ unit: ScanUnit) {
        tally = UnitTally()
        files = RotatedFiles()
        encoder.isHunt = unit.work != .scan
    }

    func begin(file: String, framesBefore: UInt64) {
        if framesBefore == 0 {
            files = RotatedFiles()
            before = policy.statistics
        }
        files.add(file, framesBefore: framesBefore)
        encoder.origin = .rotated(files)
        log?.encoder = encoder
    }

    /// Waits until all that was received is in the store and in the event log; false where it is not.
    func settle() -> Bool {
        let isStored = desk?.settle(log) ?? true
        for (name, count) in desk?.takeOpened() ?? [:] { tally.add(.incident, name, count) }
        log?.flush()
        return isStored && log?.failure == nil
    }

    /// Takes a part of a result that another process has sent.
    func receive(_ part: WorkPart) {
        switch part {
        case .begin(let file, let framesBefore): begin(file: file, framesBefore: framesBefore)
        case .line(let line): log?.receive(line: line)
        case .detection(let detection): receive(Finding.detection(resolved(detection)))
        case .tally(let list, let gaps):
            for one in list { tally.add(one.kind, one.name, one.value) }
            streamsWithGaps &+= gaps
        case .end: break
        }
    }

    /// A detection with the units of its ends, which do not travel.
    private func resolved(_ detection: Detection) -> Detection {
        var detection = detection
        let time = detection.timestamp
        detection.flow.clientUnit = networks.unit(of: detection.flow.client.address, at: time)
        detection.flow.serverUnit = networks.unit(of: detection.flow.server.address, at: time)
        return detection
    }

    func receive(_ finding: Finding) {
        let finding = judged(finding)
        log?.receive(finding)
        switch finding {
        case .detection(let detection): take(detection, finding)
        case .flow(let flow):
            streamsWithGaps += flow.streamsWithGaps
            tally.add(flow)
        case .stream, .transaction, .file, .anomaly, .statistics: break
        }
    }

    private func take(_ detection: Detection, _ finding: Finding) {
        let isAlert = detection.suppression == nil
        if isAlert {
            detections += 1
            if encoder.isHunt { hunted += 1 }
            tally.add(.ruleHits, "\(detection.rule.namespace)/\(detection.rule.name)", 1)
        }
        let line = lines != nil || desk != nil && isAlert ? encoder.line(finding) : nil
        let place = files.place(of: detection.lastFrame)
        if isAlert, let desk, let line {
            desk.report(placed(detection, place), event: line, source: place.path)
            desk.tell(log)
        }
        if let lines {
            if let line { lines.line(line) }
        } else if isAlert, kept.count < Self.tableLimit {
            kept.append((place.path, placed(detection, place)))
        }
    }

    /// A detection with the numbers that its frames have in the file of the last one; a match that began in a file before
    /// goes on there from the first frame.
    private func placed(_ detection: Detection, _ place: RotatedFiles.Place) -> Detection {
        var detection = detection
        let first = files.place(of: detection.firstFrame)
        detection.firstFrame = first.path == place.path ? first.frame : min(1, place.frame)
        detection.lastFrame = place.frame
        return detection
    }

    /// The finding with what the list of suppressions says of it: of a detection, or in the counters of this capture.
    private func judged(_ finding: Finding) -> Finding {
        guard case .statistics(var record) = finding else { return policy.judge(finding) }
        if !policy.isEmpty { record.alerts = policy.statistics.since(before) }
        return .statistics(record)
    }
}
