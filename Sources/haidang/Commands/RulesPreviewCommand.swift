import ArgumentParser
import Capture
import Foundation
import Glibc
import NetTypes
import Rulebook
import Scan
import Sensor

/// `haidang rules preview`: what rules would have found in traffic that was recorded.
struct RulesPreviewCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "preview", abstract: "\(PreviewText.command)",
            discussion: "\(PreviewText.commandDetail)")
    }

    @Argument(help: ArgumentHelp("\(HelpText.rulePaths)", valueName: "RULE"), completion: .file())
    var rules: [String]

    @Option(
        name: .customLong("in"), help: ArgumentHelp("\(PreviewText.inputs)", valueName: "PATH"),
        completion: .file())
    var inputs: [String] = []

    @Option(help: ArgumentHelp("\(PreviewText.last)", valueName: "N"))
    var last: Int?

    @Option(help: ArgumentHelp("\(PreviewText.than)", valueName: "OLDRULES"), completion: .file())
    var than: [String] = []

    @Option(help: ArgumentHelp("\(PreviewText.limit)", valueName: "N"))
    var limit = 100

    @Option(help: ArgumentHelp("\(PreviewText.now)", valueName: "DATE"))
    var now: RuleDate?

    @Flag(help: ArgumentHelp("\(PreviewText.json)"))
    var json = false

    @Flag(help: ArgumentHelp("\(HelpText.exitZero)"))
    var exitZero = false

    @Option(
        help: ArgumentHelp("\(PolicyHelp.networks)", valueName: "FILE"),
        completion: .file(extensions: ["yml", "yaml"]))
    var networks: String?

    @OptionGroup var engine: EngineOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        var settings = settings
        engine.apply(to: &settings)
        if let networks { settings.networks = networks }
        try settings.loadNetworks()
        guard limit >= 0, (1...36_500).contains(last ?? 1) else { throw .usage("\(PreviewText.badNumber)") }
        if inputs.isEmpty, last == nil { throw .usage("\(PreviewText.noInput)") }
        let loaded = try load(settings, terminal.messages)
        let end = now.map { Timestamp(seconds: Int64($0.daysSinceEpoch) * 86_400, nanoseconds: 0) } ?? .now
        let window = last.map { PreviewWindow(nights: $0, before: end) } ?? .always
        let (sources, failures) = try sources(settings, window)
        for error in failures { terminal.messages.error(ProblemText.capture(error)) }
        var preview = RulePreview(loaded, configuration: settings.sensor, window: window, limit: limit)
        let begun = clock()
        try run(&preview, sources, terminal.messages)
        let report = PreviewReport(
            preview: preview, rules: loaded, failures: failures, paths: rules,
            // POSIX has a million of them in a second, on every machine.
            processorSeconds: Double(clock() - begun) / 1_000_000)
        return report.tell(terminal, json: json, exitZero: exitZero)
    }

    /// The rules, as one set with the old ones when there are some.
    private func load(_ settings: Settings, _ messages: Messages) throws(CommandError) -> PreviewRules {
        let new = try RulePlaces.open(rules, settings)
        let old = than.isEmpty ? nil : try RulePlaces.open(than, settings)
        let loaded: PreviewRules
        do throws(RuleError) {
            loaded = try PreviewRules(new: new, old: old, configuration: settings.sensor.scan)
        } catch {
            throw .rules(error)
        }
        if loaded.sharesFiles { throw .usage("\(PreviewText.sharedFiles)") }
        for problem in loaded.problems where problem.isError { messages.warning(ProblemText.rule(problem)) }
        if loaded.set.rules.isEmpty { throw .nothingCompiled(problems: loaded.problems.count) }
        return loaded
    }

    /// What to read: the paths that were given, or what was recorded in that time.
    private func sources(
        _ settings: Settings, _ window: PreviewWindow
    ) throws(CommandError) -> ([PreviewInput], [CaptureError]) {
        if !inputs.isEmpty {
            let list = InputList(inputs)
            return (list.files.map { PreviewInput(savefile: $0) }, list.failures)
        }
        guard !settings.live.recordingFolder.isEmpty else { throw .usage("\(PreviewText.noRecording)") }
        do throws(CaptureError) {
            let files = window.files(of: try RecordedFile.files(in: settings.live.recordingFolder))
            return (files.isEmpty ? [] : [PreviewInput(recording: files)], [])
        } catch {
            throw .capture(error)
        }
    }

    private func run(
        _ preview: inout RulePreview, _ sources: [PreviewInput], _ messages: Messages
    ) throws(CommandError) {
        let files = sources.flatMap(\.files)
        var bar = ProgressBar(messages, files: files.count)
        do throws(RuleError) {
            try preview.run(sources) { index, now in
                bar.update(
                    index: index, name: files[index], frames: now.frames, bytesRead: now.bytesRead,
                    size: now.fileSize)
                return Interruption.signal == nil
            }
        } catch {
            throw .rules(error)
        }
        bar.clear()
    }
}
