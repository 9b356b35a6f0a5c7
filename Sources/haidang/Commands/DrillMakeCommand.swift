import ArgumentParser
import Capture
import Drills
import Foundation
import NetTypes

/// `haidang drill make`: a real capture in, a drill out that names nobody.
struct DrillMakeCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "make", abstract: "\(DrillMakeHelp.command)",
            discussion: "\(DrillMakeHelp.detail)")
    }

    @Argument(help: ArgumentHelp("\(DrillMakeHelp.capture)", valueName: "PCAP"), completion: .file())
    var capture: String

    @Option(help: ArgumentHelp("\(DrillMakeHelp.from)", valueName: "ALERTS"), completion: .file())
    var from: String?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("\(DrillMakeHelp.output)", valueName: "FOLDER"),
        completion: .directory)
    var output: String

    @Option(help: ArgumentHelp("\(DrillMakeHelp.replace)", valueName: "FILE"), completion: .file())
    var replace: String?

    @Option(help: ArgumentHelp("\(DrillMakeHelp.key)", valueName: "FILE"), completion: .file())
    var key: String?

    @Flag(help: ArgumentHelp("\(DrillMakeHelp.drop)"))
    var drop = false

    @Option(help: ArgumentHelp("\(DrillMakeHelp.start)", valueName: "TIME"))
    var start: String?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("\(HelpText.rulesOption)", valueName: "PATH"),
        completion: .file())
    var rules: [String] = []

    @Option(help: ArgumentHelp("\(RulesHelp.rulesKey)", valueName: "PUB"), completion: .file())
    var rulesKey: String?

    @OptionGroup var engine: EngineOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let folder = try MadeDrillFolder(output)
        if capture == "-" { throw .usage("\(DrillMakeText.needsFile)") }
        var settings = settings
        engine.apply(to: &settings)
        if !rules.isEmpty { settings.rules = rules }
        if let rulesKey { settings.rulesKey = rulesKey }
        try settings.loadNetworks()
        var alerts: AlertList?
        if let from {
            guard let list = AlertList(path: from) else {
                throw .capture(.missing(path: from))
            }
            alerts = list
        }
        let places = try RuleFolder.paths(settings.rules)
        let (ruleSet, _) = try RuleLoading.loadForRun(places, settings, terminal.messages)
        var maker = DrillMaker(settings.sensor, rules: ruleSet)
        try fill(&maker)
        let made: MadeDrill
        do throws(MakeError) {
            made = try maker.make(of: capture, from: alerts)
        } catch {
            throw .drillMake(error)
        }
        try folder.write(made)
        return tell(made, terminal)
    }

    private func fill(_ maker: inout DrillMaker) throws(CommandError) {
        maker.allowsLoss = drop
        maker.shouldStop = { Interruption.signal != nil }
        if let start {
            guard let time = ISO8601DateFormatter().date(from: start) else {
                throw .usage("\(DrillMakeText.badTime(start))")
            }
            maker.start = Timestamp(seconds: Int64(time.timeIntervalSince1970), nanoseconds: 0)
        }
        if let replace {
            // Lines may end as on other systems, and blank ones say nothing.
            maker.texts = String(decoding: try Self.bytes(replace), as: UTF8.self)
                .split(whereSeparator: \.isNewline)
                .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
        if let key {
            guard let made = DrillKey(try Self.bytes(key)) else {
                throw .usage("\(DrillMakeText.shortKey(path: key, least: DrillKey.shortest))")
            }
            maker.key = made
        }
    }

    private static func bytes(_ path: String) throws(CommandError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .usage("\(DrillMakeText.unreadable(path: path))")
        }
        return [UInt8](data)
    }

    private func tell(_ made: MadeDrill, _ terminal: Terminal) -> ExitCode {
        let results = terminal.results
        results.line("\(DrillMakeText.written(path: output))")
        results.line("\(DrillMakeText.taken(frames: made.frames, of: made.framesRead))")
        results.line("\(DrillMakeText.found(detections: made.detections, alerts: made.alerts))")
        results.line("\(DrillMakeText.replaced(addresses: made.addresses))")
        if made.coincidences > 0 {
            terminal.messages.note(DrillMakeText.coincidences(made.coincidences))
        }
        if !made.strangers.isEmpty { terminal.messages.warning(DrillMakeText.strangers(made.strangers)) }
        for flow in made.dropped { terminal.messages.warning(DrillMakeText.dropped(flow)) }
        for lost in made.lost { terminal.messages.warning(DrillMakeText.lost(lost)) }
        var isWhole = made.dropped.isEmpty
        if case .partial(reason: let reason) = made.verdict {
            terminal.messages.warning(DrillMakeText.damaged(path: capture, reason: reason))
            isWhole = false
        }
        return isWhole ? .nothingFound : .incomplete
    }
}
