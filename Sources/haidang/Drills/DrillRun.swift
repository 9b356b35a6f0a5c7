import Drills
import Foundation
import Incidents
import NetTypes
import Rulebook
import Scan
import Sensor

/// One run of a drill, from the stage to its last line: findings go to the event log and alerts into the store of the
/// drill, while the director may give orders.
final class DrillRun {
    /// What is played, and how.
    struct Plan {
        /// The drill.
        var drill: Drill
        /// The capture time at which it is to begin; nil for that at which it was captured.
        var start: Timestamp?
        /// How many times faster than captured; 0 for as fast as possible.
        var speed: Double
        /// Workers, from 1.
        var workers: Int
        /// Nanoseconds of the drill to jump to at once; nil to begin at the beginning.
        var from: Int64?
    }

    private let plan: Plan
    private let folder: RunFolder
    private let settings: Settings
    private let terminal: Terminal
    private let log: EventLog
    private let encoder: EventEncoder
    private let clock: PlayClock
    private let book: DrillBook
    private let traffic: StagedTraffic
    private var policy: AlertPolicy
    private var record: RunRecord
    private var lastOrder = 0
    private var lastWrite = ContinuousClock.now
    /// Rules and pieces of rule files that were left out.
    var rulesLeftOut = 0

    /// The capture that events name: what is played, in the folder of the run.
    private static let origin = EventOrigin.savefile(path: "traffic.pcapng")
    /// Nanoseconds on the wall that a paced run waits before it takes what was found as complete.
    private static let settling: Int64 = 500_000_000

    init(
        _ plan: Plan, _ folder: RunFolder, _ traffic: StagedTraffic, _ record: RunRecord,
        _ store: IncidentStore, _ policy: AlertPolicy, _ settings: Settings, _ terminal: Terminal
    ) throws(CommandError) {
        self.plan = plan
        self.folder = folder
        self.traffic = traffic
        self.record = record
        self.policy = policy
        self.settings = settings
        self.terminal = terminal
        encoder = EventEncoder(host: EventEncoder(settings).host, origin: Self.origin)
        do throws(EventLogError) {
            log = try EventLog(path: folder.events, encoder: encoder)
        } catch {
            throw .cannotWrite(path: folder.events, reason: SystemReason.text(error.code))
        }
        clock = PlayClock(start: traffic.start, speed: plan.speed) { Timestamp.now }
        let (line, log) = (try ChangeLine(settings, isDrill: true), log)
        book = DrillBook(store, line: { line.text($0, now: $0.incident.lastAt) }) { log.receive(line: $0) }
    }

    /// Plays it. Returns the record as it is in the folder in the end.
    func play(_ rules: RuleSet?, _ indicators: IndicatorSet?) throws(CommandError) -> RunRecord {
        try save()
        if let from = plan.from { _ = clock.seek(to: from) }
        let player = DrillPlayer(
            traffic, settings.sensor, rules: rules, indicators: indicators, workers: plan.workers)
        let statistics: LiveStatistics
        do throws(DrillError) {
            statistics = try player.play(
                clock, now: { Timestamp.now }, receive: { self.receive($0) }, turn: { self.turn() })
        } catch {
            throw .drill(error)
        }
        try finish(statistics)
        return record
    }

    private func receive(_ finding: Finding) {
        let finding = policy.judge(finding)
        log.receive(finding)
        guard case .detection(let detection) = finding, detection.suppression == nil,
            let line = encoder.line(finding)
        else { return }
        book.take(ReportedDetection(detection, event: line, source: folder.traffic))
    }

    private func turn() {
        if Interruption.signal != nil { clock.stop() }
        // Files are looked at, and written, twice a second: this is called after every batch of findings.
        guard ContinuousClock.now - lastWrite >= .milliseconds(500) else { return }
        lastWrite = .now
        if let order = folder.readOrder(), order.number > lastOrder {
            lastOrder = order.number
            if !order.carryOut(clock) { terminal.messages.warning(DrillText.cannotGoBack) }
        }
        // At a pace, what was played a while ago has been inspected by every worker. As fast as possible, only the end is
        // a moment at which everything is known.
        let settled = clock.record.played(at: Timestamp.now.advanced(by: -Self.settling)) ?? 0
        if plan.speed > 0 { book.advance(to: traffic.start.advanced(by: min(settled, clock.played))) }
        log.flush()
        do throws(CommandError) {
            try save()
        } catch {
            for sentence in error.sentences { terminal.messages.warning(sentence) }
        }
        terminal.messages.showPlayed(clock.played, traffic.length.nanoseconds, isPaused: clock.isPaused)
    }

    private func save() throws(CommandError) {
        record.clock = clock.record
        record.played = min(clock.played, traffic.length.nanoseconds)
        try folder.write(record)
    }

    private func finish(_ statistics: LiveStatistics) throws(CommandError) {
        terminal.messages.clearProgress()
        book.finish()
        let wasStopped = Interruption.signal != nil || statistics.sensor.capture.frames < traffic.frames
        let end = wasStopped ? clock.played : traffic.length.nanoseconds
        var account = StatisticsRecord(
            timestamp: traffic.start.advanced(by: end), elapsed: end, statistics: statistics.sensor)
        if !settings.suppressions.isEmpty { account.alerts = policy.statistics }
        log.receive(.statistics(account))
        do throws(EventLogError) {
            try log.close()
        } catch {
            throw .cannotWrite(path: folder.events, reason: SystemReason.text(error.code))
        }
        record.state = wasStopped ? .stopped : .finished
        record.incomplete = remainders(statistics)
        record.eventsSHA256 = FileDigest.sha256(folder.events)?.hexadecimal ?? ""
        record.clock = clock.record
        record.played = min(end, traffic.length.nanoseconds)
        try folder.write(record)
        if let failure = book.failure { throw .store(failure) }
    }

    /// What was not inspected, in the words of the summary of a scan.
    private func remainders(_ statistics: LiveStatistics) -> [String] {
        var words = Remainder.list(statistics.sensor).map(\.member.0)
        if rulesLeftOut > 0 { words.append(Remainder.rules(rulesLeftOut).member.0) }
        if !traffic.damaged.isEmpty { words.append("files") }
        if book.lost > 0 { words.append(Remainder.unsaved(UInt64(book.lost)).member.0) }
        let lost = statistics.mailbox.shedDetections + statistics.mailbox.shedFlows
        if lost > 0 || statistics.rings.contains(where: { $0.dropped > 0 }) { words.append("dropped") }
        return words
    }
}
