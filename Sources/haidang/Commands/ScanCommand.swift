import ArgumentParser
import Foundation
import Incidents
import NetTypes
import Rulebook
import Scan

/// `haidang scan`: savefiles in, detections out.
struct ScanCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "scan", abstract: "\(HelpText.scan)", discussion: "\(HelpText.scanDetail)")
    }

    @Argument(help: ArgumentHelp("\(HelpText.scanPaths)", valueName: "PATH"), completion: .file())
    var paths: [String] = []

    @OptionGroup var ledger: LedgerOptions
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
        if paths.isEmpty, !ledger.resume { throw ValidationError("\(ProblemText.noInput)") }
    }

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        var settings = overridden(settings)
        try settings.loadNetworks()
        let delivery = try digest.delivery(
            ledger: ledger.path(settings), isJSON: json, settings, terminal.messages)
        let places = try RuleFolder.paths(of: settings)
        let (ruleSet, problems) = try RuleLoading.loadForRun(places, settings, terminal.messages)
        let indicators = try IndicatorLoading.load(settings, terminal.messages)
        let alertPolicy = try settings.loadPolicy(terminal.messages)
        let book = try ledger.open(settings, rules: ruleSet?.sha256 ?? "", lists: settings.indicators)
        let asked = paths.isEmpty ? book?.resumed?.asked.map(\.description) ?? [] : paths
        let log = try settings.openEventLog(.savefile(path: ""))
        try begin(book, asked, settings, terminal.messages)
        let inputs = InputList(asked)
        let desk = try IncidentDesk.open(settings, waits: true, terminal.messages)
        desk?.start()
        var sink = ScanSink(host: settings.host, log: log, lines: json ? terminal.results : nil, desk: desk)
        sink.policy = alertPolicy
        var run = ScanRun(
            settings.sensor, rules: ruleSet, indicators: indicators?.set, sink: sink,
            progress: ProgressBar(terminal.messages, files: inputs.files.count), book: book)
        do throws(RuleError) {
            try run.read(inputs, messages: terminal.messages)
        } catch {
            throw .rules(error)
        }
        let incidents = desk?.finish(log)
        for notice in desk?.takeNotices() ?? [] { terminal.messages.warning(SinkText.notice(notice)) }
        let report = ScanReport(
            account: run.account, sink: run.sink, wasInterrupted: run.wasInterrupted,
            rules: ruleSet?.rules.count ?? 0,
            rulesLeftOut: problems.count { $0.isError }, places: places, indicators: indicators,
            incidents: incidents, book: book)
        let code = try finish(tell(report, log, terminal), run, book)
        return deliver(delivery, code, settings, terminal)
    }

    /// Gives the digest of the run to whoever is to have it. What fails with that changes nothing of what was scanned, and
    /// is not passed over either.
    private func deliver(
        _ delivery: DigestDelivery?, _ code: ExitCode, _ settings: Settings, _ terminal: Terminal
    ) -> ExitCode {
        guard let delivery, let path = ledger.path(settings) else { return code }
        var isWell = false
        do throws(CommandError) {
            isWell = delivery.deliver(try DigestDelivery.open(path), nil, settings, terminal)
        } catch {
            for sentence in error.sentences {
                terminal.messages.error(DigestNotice.failed(sentence: sentence))
            }
        }
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
        _ code: ExitCode, _ run: ScanRun, _ book: ScanBook?
    ) throws(CommandError) -> ExitCode {
        if let failure = run.ledgerFailure { throw .ledger(failure) }
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
