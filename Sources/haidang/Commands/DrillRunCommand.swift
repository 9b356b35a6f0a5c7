import ArgumentParser
import Drills
import Foundation
import Incidents
import NetTypes
import Rulebook
import Scan

/// `haidang drill run`: plays a drill through the engine, and judges it.
struct DrillRunCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "run", abstract: "\(DrillHelp.run)", discussion: "\(DrillHelp.runDetail)")
    }

    @Argument(help: ArgumentHelp("\(DrillHelp.scenario)", valueName: "DRILL"), completion: .file())
    var scenario: String

    @Option(help: ArgumentHelp("\(DrillOption.to)", valueName: "FOLDER"), completion: .directory)
    var to: String?

    @Option(help: ArgumentHelp("\(DrillOption.store)", valueName: "FILE"), completion: .file())
    var store: String?

    @Option(help: ArgumentHelp("\(DrillOption.pace)", valueName: "N"))
    var pace: String?

    @Option(help: ArgumentHelp("\(DrillOption.start)"))
    var start = DrillStart.captured

    @Option(help: ArgumentHelp("\(DrillOption.from)", valueName: "SPAN"))
    var from: String?

    @Option(help: ArgumentHelp("\(DrillOption.workers)", valueName: "N"))
    var workers = 1

    @Option(help: ArgumentHelp("\(DrillOption.interface)", valueName: "IFACE"))
    var interface: String?

    @Option(help: ArgumentHelp("\(HelpText.rules)", valueName: "PATH"), completion: .file())
    var rules: [String] = []

    @Flag(help: ArgumentHelp("\(DrillOption.json)"))
    var json = false

    @OptionGroup var engine: EngineOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let drill = try DrillFile.load(scenario)
        let plan = try plan(drill)
        var settings = try DrillLoading.settings(drill, settings)
        engine.apply(to: &settings)
        if !rules.isEmpty { settings.rules = rules }
        if let interface { return try send(plan, to: interface, settings, terminal) }
        let places = try RuleFolder.paths(of: settings)
        let (ruleSet, problems) = try RuleLoading.loadForRun(places, settings, terminal.messages)
        let indicators = try IndicatorLoading.load(settings, terminal.messages)
        let policy = try settings.loadPolicy(terminal.messages)
        // Before anything is made: a store that is there may be another drill's.
        if let store, FileManager.default.fileExists(atPath: store) {
            throw .usage("\(DrillText.storeExists(store))")
        }
        let folder = try RunFolder.create(to ?? Self.name(scenario))
        terminal.messages.banner(DrillText.banner)
        let (traffic, record) = try stage(plan, folder, ruleSet, terminal.messages)
        let run = try DrillRun(
            plan, folder, traffic, record, try newStore(record.store, settings), policy, settings, terminal)
        run.rulesLeftOut = problems.count { $0.isError }
        let result = try run.play(ruleSet, indicators?.set)
        let score = try DrillScoring.score(drill, result, folder)
        return tell(score, drill, result, folder, settings, terminal)
    }

    /// Sends it to an interface; what sees it there is judged later.
    private func send(
        _ plan: DrillRun.Plan, to interface: String, _ settings: Settings, _ terminal: Terminal
    ) throws(CommandError) -> ExitCode {
        let sending = try DrillSending(plan.drill, interface, settings)
        let folder = try RunFolder.create(to ?? Self.name(scenario))
        terminal.messages.banner(DrillText.banner)
        let (traffic, begun) = try stage(plan, folder, nil, terminal.messages)
        var record = begun
        try sending.send(traffic, speed: plan.speed, &record, terminal)
        try folder.write(record)
        terminal.messages.note(SendingText.judgeLater(folder: folder.path))
        if let signal = Interruption.signal { return ExitCode(signal: signal) }
        return record.incomplete.isEmpty ? .nothingFound : .incomplete
    }

    private func plan(_ drill: Drill) throws(CommandError) -> DrillRun.Plan {
        guard (1...64).contains(workers) else { throw .usage("--workers 1…64") }
        var plan = DrillRun.Plan(drill: drill, speed: drill.pace, workers: workers)
        if let pace { plan.speed = try DrillPace.number(pace) }
        if let from {
            guard let span = Duration(span: from) else { throw .usage("\(DrillText.badSpan(from))") }
            plan.from = span.nanoseconds
        }
        if start == .now { plan.start = Timestamp.now }
        return plan
    }

    /// Puts the drill on the stage, and begins the record of its run.
    private func stage(
        _ plan: DrillRun.Plan, _ folder: RunFolder, _ rules: RuleSet?, _ messages: Messages
    ) throws(CommandError) -> (StagedTraffic, RunRecord) {
        let traffic: StagedTraffic
        do throws(DrillError) {
            traffic = try DrillStage.set(plan.drill, start: plan.start, to: folder.traffic)
        } catch {
            try? FileManager.default.removeItem(atPath: folder.path)
            throw .drill(error)
        }
        for (file, reason) in traffic.damaged.sorted(by: { $0.key < $1.key }) {
            messages.warning(DrillText.damaged(file: file, reason: reason))
        }
        if traffic.regressions > 0 { messages.warning(DrillText.regressions(traffic.regressions)) }
        let categories = DrillLoading.categories(of: rules)
        if interface == nil {
            for text in DrillLoading.unknownRules(of: plan.drill, among: categories) {
                messages.warning(text)
            }
        }
        messages.note(
            DrillText.playing(
                title: plan.drill.title.text(.current), length: traffic.length, frames: traffic.frames,
                speed: plan.speed))
        let file = RuleFolder.isFolder(scenario) ? scenario + "/" + DrillFile.name : scenario
        let record = RunRecord(
            program: Version.line, drill: Self.absolute(file),
            drillSHA256: FileDigest.sha256(file)?.hexadecimal ?? "",
            store: Self.absolute(store ?? folder.store),
            traffic: traffic, workers: workers, rules: categories, ruleSetSHA256: rules?.sha256 ?? "")
        return (traffic, record)
    }

    private func newStore(_ path: String, _ settings: Settings) throws(CommandError) -> IncidentStore {
        do throws(StoreError) {
            return try IncidentStore(
                path: path, configuration: settings.incidents.correlation, isDrill: true)
        } catch {
            throw .store(error)
        }
    }

    private func tell(
        _ score: DrillScore, _ drill: Drill, _ record: RunRecord, _ folder: RunFolder, _ settings: Settings,
        _ terminal: Terminal
    ) -> ExitCode {
        DrillReporting.write(score, drill, record, settings, terminal, json: json)
        terminal.messages.note(DrillText.folder(folder.path))
        if let signal = Interruption.signal { return ExitCode(signal: signal) }
        return DrillReporting.exitCode(score, record)
    }

    /// A new folder in the current one, by the drill and the time.
    private static func name(_ scenario: String) -> String {
        let isFile = FilePath.name(scenario) == DrillFile.name
        let path = isFile ? FilePath.parent(scenario) : scenario
        let time = Timestamp.now.description.prefix(19).filter { $0 != "-" && $0 != ":" }
        let name = FilePath.stem(FilePath.name(path))
        return (name.isEmpty || name == "." ? "drill" : name) + "-" + time
    }

    private static func absolute(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.path
    }
}
