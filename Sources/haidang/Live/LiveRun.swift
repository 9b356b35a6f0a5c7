import Foundation
import Incidents
import NetTypes
import Scan
import Sensor

/// A live run, seen from upstairs: takes findings to the event log and to people, answers signals, and ends it all in
/// order. The data plane runs on threads of its own and never waits for this one.
final class LiveRun {
    /// How a run ended.
    struct Outcome {
        /// The last sample.
        var statistics = LiveStatistics()
        /// The signal that ended it; nil when its time was over.
        var signal: Int32?
    }

    let parts: LiveParts
    let terminal: Terminal
    let json: Bool
    let settings: Settings
    /// Which detections are alerts.
    var policy = AlertPolicy()
    let display: LiveDisplay
    /// What became of incidents, once the run is over; nil without a store.
    private var incidents: IncidentAccount?
    private let reload: RuleReload
    private let start = Timestamp.now
    private var lastSample = ContinuousClock.now
    private var lastEvent = ContinuousClock.now
    private var isStopping = false

    /// Milliseconds between two looks at signals and clocks while no finding comes.
    private static let attention = 100
    /// Time between two samples of the counters.
    private static let sampleInterval = Duration.seconds(1)

    init(
        _ parts: LiveParts, _ settings: Settings, _ rules: RuleSet?, places: [String], _ terminal: Terminal,
        json: Bool
    ) {
        self.parts = parts
        self.settings = settings
        self.terminal = terminal
        self.json = json
        display = LiveDisplay(terminal, settings, rules, json: json)
        reload = RuleReload(places, settings, watches: settings.live.watchesRules)
    }

    /// Runs until a signal or the end of its time.
    func run() throws(CommandError) -> Outcome {
        do throws(PipelineError) {
            try parts.pipeline.start()
        } catch {
            throw .noThreads
        }
        parts.metrics?.start()
        parts.desk?.start()
        display.begin()
        while !parts.pipeline.isFinished {
            parts.pipeline.mailbox.wait(milliseconds: Self.attention)
            turn()
        }
        parts.pipeline.join()
        take()
        incidents = parts.desk?.finish(parts.log)
        parts.metrics?.stop()
        var outcome = Outcome()
        outcome.signal = Interruption.signal
        outcome.statistics = sample(isLast: true)
        return outcome
    }

    private func turn() {
        take()
        parts.desk?.tell(parts.log)
        for notice in parts.desk?.takeNotices() ?? [] { display.warn("\(SinkText.notice(notice))") }
        answerSignals()
        if ContinuousClock.now - lastSample >= Self.sampleInterval { _ = sample(isLast: false) }
    }

    /// Takes what came up from the threads: findings, and what people should hear, also after the last has ended.
    private func take() {
        for notice in parts.pipeline.takeNotices() { display.tell(notice) }
        for finding in parts.pipeline.mailbox.take() { deliver(finding) }
    }

    private func answerSignals() {
        let uptime = ContinuousClock.now - display.begun
        let isOver = settings.live.duration > 0 && uptime >= .seconds(settings.live.duration)
        if !isStopping, Interruption.signal != nil || isOver {
            isStopping = true
            parts.pipeline.stop()
        }
        if Interruption.takeReopening() {
            do throws(EventLogError) {
                try parts.log?.reopen()
            } catch {
                display.warn(
                    "\(LiveText.notReopened(path: error.path, reason: SystemReason.text(error.code)))")
            }
        }
        if Interruption.takeReloading() {
            reload.begin()
            reloadPolicy()
        }
        if let result = reload.poll() { adopt(result) }
    }

    /// Puts what was read again to work at once; of rules and indicators, what could not be read stays as it is.
    private func adopt(_ result: RuleReload.Result) {
        parts.pipeline.replace(by: result.freshRules, result.freshIndicators)
        switch result.rules {
        case nil: break
        case .loaded(let rules, let problems): display.replaced(rules, leftOut: problems)
        case .failed(let reason): display.warn("\(LiveText.rulesKept(reason: reason))")
        }
        switch result.indicators {
        case nil: break
        case .loaded(let load): display.replaced(load)
        case .failed(let reason): display.warn("\(IndicatorText.kept(reason: reason))")
        }
    }

    /// Takes a sample of the counters to all who show it, and writes the event when it is due.
    private func sample(isLast: Bool) -> LiveStatistics {
        var statistics = parts.pipeline.statistics
        statistics.alerts = policy.statistics
        let now = ContinuousClock.now
        display.update(statistics, elapsed: now - lastSample)
        lastSample = now
        parts.metrics?.publish(statistics)
        if isLast || now - lastEvent >= .seconds(max(1, settings.live.statisticsInterval)) {
            lastEvent = now
            let time = Timestamp.now
            var record = StatisticsRecord(
                timestamp: time, elapsed: time.nanoseconds(since: start),
                statistics: statistics.sensor, live: statistics)
            if !settings.suppressions.isEmpty { record.alerts = policy.statistics }
            parts.log?.receive(.statistics(record))
        }
        parts.log?.flush()
        return statistics
    }

    /// Tells how it ended, and settles the exit code.
    func tell(_ outcome: Outcome, rulesLeftOut: Int, exitZero: Bool) -> ExitCode {
        display.end()
        let statistics = outcome.statistics
        for law in statistics.brokenLaws(atRest: true) + statistics.sensor.brokenLaws {
            terminal.messages.error(ProblemText.unbalanced(law: law))
        }
        for line in policy.account { terminal.messages.note(line) }
        if let incidents {
            terminal.messages.note(incidents.text)
            if incidents.unsaved > 0 { terminal.messages.warning(IncidentText.unsaved(incidents.unsaved)) }
        }
        let hasAlerts = statistics.sensor.detections > policy.statistics.suppressed
        var code = hasAlerts && !exitZero ? ExitCode.found : .nothingFound
        if statistics.isIncomplete || rulesLeftOut > 0 || incidents.map({ $0.unsaved > 0 }) ?? false {
            code = .incomplete
        }
        if let log = parts.log {
            do throws(EventLogError) {
                try log.close()
            } catch {
                terminal.messages.error(
                    ProblemText.eventLogBroken(path: log.path, reason: SystemReason.text(error.code)))
                code = .incomplete
            }
        }
        if let signal = outcome.signal { code = ExitCode(signal: signal) }
        return code
    }
}
