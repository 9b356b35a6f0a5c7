import ArgumentParser
import Foundation
import Incidents
import NetTypes
import Rulebook
import Scan
import Sensor
import WorkQueue

/// `haidang scan`: savefiles in, detections out.
struct ScanCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "scan", abstract: "\(HelpText.scan)", discussion: "\(HelpText.scanDetail)")
    }

    @Argument(help: ArgumentHelp("\(HelpText.scanPaths)", valueName: "PATH"), completion: .file())
    var paths: [String] = []

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var pace: PaceOptions
    @OptionGroup var queue: QueueOptions
    @OptionGroup var digest: DigestOptions
    @OptionGroup var events: EventOptions
    @OptionGroup var policy: PolicyOptions

    @Flag(help: ArgumentHelp("\(HelpText.json)"))
    var json = false

    @Flag(help: ArgumentHelp("\(HelpText.exitZero)"))
    var exitZero = false

    @OptionGroup var engine: EngineOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if paths.isEmpty, !ledger.resume, queue.queue == nil {
            throw ValidationError("\(ProblemText.noInput)")
        }
        guard queue.queue != nil else { return }
        if paths.contains("-") { throw ValidationError("\(QueueText.standardInput)") }
        guard paths.isEmpty, !ledger.resume else { return }
        let others = [
            ("--ledger", ledger.ledger != nil), ("--event-log", events.eventLog != nil),
            ("--store", policy.store != nil), ("--json", json), ("--back", ledger.back > 0),
        ]
        for (option, isGiven) in others where isGiven {
            throw ValidationError("\(QueueText.notForTakers(option: option))")
        }
    }

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        var settings = overridden(settings)
        let address = try queue.address()
        try settings.loadNetworks()
        let delivery = try digest.delivery(
            ledger: ledger.path(settings), isJSON: json, settings, terminal.messages)
        let places = try RuleFolder.paths(of: settings)
        let (ruleSet, problems) = try RuleLoading.loadForRun(places, settings, terminal.messages)
        let indicators = try IndicatorLoading.load(settings, terminal.messages)
        let alertPolicy = try settings.loadPolicy(terminal.messages)
        let bases = [pace.separate, !pace.separate].map {
            ScanBasis(settings, rules: ruleSet, indicators: indicators?.set, separate: $0)
        }
        var engine = ScanEngine(
            sensor: settings.sensor, rules: ruleSet, indicators: indicators?.set, digests: bases[0].digests)
        let shared = address.map { address in
            Self.shared(address, bases, places, settings, indicators?.set)
        }
        if let shared, paths.isEmpty, !ledger.resume {
            let pace = try self.pace.begin(reading: [], &engine, terminal.messages)
            return try TakerRun(shared, engine, pace).run(terminal)
        }
        let book = try ledger.open(settings, bases[0])
        let asked = paths.isEmpty ? book?.resumed?.asked.map(\.description) ?? [] : paths
        let inputs = InputList(asked)
        let scanPace = try pace.begin(reading: inputs.files, &engine, terminal.messages)
        let log = try settings.openEventLog(.savefile(path: ""))
        try begin(book, asked, settings, terminal.messages)
        let desk = try IncidentDesk.open(settings, waits: true, terminal.messages)
        desk?.start()
        let sink = ScanSink(
            host: settings.host, log: log, lines: json ? terminal.results : nil, desk: desk,
            policy: alertPolicy, networks: settings.sensor.networks)
        let plan = try plan(inputs.files, book, scanPace, places, settings, indicators?.set)
        var run = ScanRun(plan, engine, sink, book, scanPace, terminal.messages, sharing: shared)
        run.fail(inputs.failures)
        do throws(RuleError) {
            try run.read()
        } catch {
            throw .rules(error)
        }
        let incidents = desk?.finish(log)
        for notice in desk?.takeNotices() ?? [] { terminal.messages.warning(SinkText.notice(notice)) }
        let report = ScanReport(
            run: run, sink: sink, rules: ruleSet?.rules.count ?? 0,
            rulesLeftOut: problems.count { $0.isError }, places: places, indicators: indicators,
            incidents: incidents, book: book)
        for notice in run.notices.told { terminal.messages.warning(NightText.notice(notice)) }
        let code = try finish(tell(report, log, terminal), run, book, terminal.messages)
        return deliver(delivery, book, code, settings, terminal)
    }

    /// What is needed to share work with other machines.
    private static func shared(
        _ address: WorkQueueAddress, _ bases: [ScanBasis], _ places: [String], _ settings: Settings,
        _ indicators: IndicatorSet?
    ) -> SharedWork {
        SharedWork(address: address, bases: bases.map(\.ledger), basis: bases[0].ledger, host: settings.host)
        {
            known in
            do throws(CommandError) {
                return try RuleLoading.loadForHunt(places, settings, indicators, without: known)
            } catch {
                return nil
            }
        }
    }

    /// The plan of a run; with a ledger it says what is known.
    private func plan(
        _ files: [String], _ book: ScanBook?, _ scanPace: ScanPace, _ places: [String], _ settings: Settings,
        _ indicators: IndicatorSet?
    ) throws(CommandError) -> ScanPlan {
        guard let book else { return ScanPlan(files, separate: pace.separate) }
        return try ScanPlan(files, book, separate: pace.separate, back: ledger.back, scanPace) {
            known throws(CommandError) in
            try RuleLoading.loadForHunt(places, settings, indicators, without: known)
        }
    }

    /// Gives the digest of the run to whoever is to have it. What fails with that changes nothing of what was scanned, and
    /// is not passed over either.
    private func deliver(
        _ delivery: DigestDelivery?, _ book: ScanBook?, _ code: ExitCode, _ settings: Settings,
        _ terminal: Terminal
    ) -> ExitCode {
        guard let delivery, let book else { return code }
        let isWell = delivery.deliver(book.ledger, book.run, settings, terminal)
        return !isWell && (code == .nothingFound || code == .found) ? .incomplete : code
    }

    private func begin(
        _ book: ScanBook?, _ asked: [String], _ settings: Settings, _ messages: Messages
    ) throws(CommandError) {
        guard let book else { return }
        do throws(LedgerError) {
            try book.begin(asked, host: settings.host)
        } catch {
            throw .ledger(error)
        }
        if book.resumed != nil { messages.note(LedgerText.resumed(bytesCut: book.bytesCut)) }
    }

    /// Ends the run in the ledger, unless it was interrupted: then it is one to go on with.
    private func finish(
        _ code: ExitCode, _ run: ScanRun, _ book: ScanBook?, _ messages: Messages
    ) throws(CommandError) -> ExitCode {
        if let failure = run.ledgerFailure { throw .ledger(failure) }
        if let failure = run.queueFailure {
            // Not an end: what was taken up is entered, and the same run again goes on.
            messages.note(QueueText.goesOn)
            guard run.account.didAnything else { throw .queue(failure) }
            messages.error(QueueText.error(failure))
            return .incomplete
        }
        guard let book, !run.wasInterrupted else { return code }
        do throws(LedgerError) {
            try book.finish(code)
        } catch {
            throw .ledger(error)
        }
        return code
    }

    /// The settings with what the command line says put over them.
    private func overridden(_ settings: Settings) -> Settings {
        var settings = settings
        engine.apply(to: &settings)
        events.apply(to: &settings)
        policy.apply(to: &settings)
        return settings
    }

    /// Prints the table and the summary (with `--json` only the summary, as the last line) and settles the code.
    private func tell(_ report: ScanReport, _ log: EventLog?, _ terminal: Terminal) -> ExitCode {
        var code = report.exitCode(exitZero: exitZero)
        for law in report.account.brokenLaws { terminal.messages.error(ProblemText.unbalanced(law: law)) }
        if let log {
            do throws(EventLogError) {
                try log.close()
            } catch {
                terminal.messages.error(
                    ProblemText.eventLogBroken(path: log.path, reason: SystemReason.text(error.code)))
                if code == .nothingFound || code == .found { code = .incomplete }
            }
        }
        if let signal = Interruption.signal, report.wasInterrupted { code = ExitCode(signal: signal) }
        if json {
            terminal.results.line(report.json(eventLog: log?.path, exitCode: code).line)
            for (text, _) in report.summary(eventLog: log?.path) { terminal.messages.note(text) }
        } else if !digest.replacesSummary {
            printTable(report, log, terminal)
        }
        return code
    }

    private func printTable(_ report: ScanReport, _ log: EventLog?, _ terminal: Terminal) {
        let table = report.table()
        if !table.isEmpty {
            terminal.write(table)
            let hidden = report.sink.detections - UInt64(report.sink.kept.count)
            if hidden > 0 { terminal.results.line("\(SummaryText.moreDetections(hidden))") }
            terminal.results.line("")
        }
        for (text, tone) in report.summary(eventLog: log?.path) {
            terminal.results.line(terminal.palette.paint("\(text)", tone))
        }
    }
}
