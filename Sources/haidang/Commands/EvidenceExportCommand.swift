import ArgumentParser
import Foundation
import Incidents
import NetTypes

/// `haidang evidence export`: the folder of a case.
struct EvidenceExportCommand: RunnableCommand {
    /// How objects are protected, as the command line has it.
    enum Objects: String, ExpressibleByArgument, CaseIterable {
        /// Not exported.
        case nothing = "none"
        /// Sealed with the team's key.
        case sealed
        /// A zip with the password `infected`.
        case zip
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export", abstract: "\(EvidenceHelp.export)",
            discussion: "\(EvidenceHelp.exportDetail)")
    }

    @Argument(help: ArgumentHelp("\(EvidenceHelp.incident)", valueName: "ID"))
    var incident: String

    @Option(help: ArgumentHelp("\(EvidenceHelp.to)", valueName: "DIR"), completion: .directory)
    var to: String = "."

    @Option(help: ArgumentHelp("\(EvidenceHelp.objects)"))
    var objects: Objects?

    @Option(help: ArgumentHelp("\(EvidenceHelp.publicKey)", valueName: "PUB"), completion: .file())
    var key: String?

    @Option(help: ArgumentHelp("\(EvidenceHelp.recording)", valueName: "DIR"), completion: .directory)
    var recording: String?

    @Option(help: ArgumentHelp("\(EvidenceHelp.eventLog)", valueName: "FILE"), completion: .file())
    var eventLog: String?

    @Option(help: ArgumentHelp("\(HelpText.rulesOption)", valueName: "PATH"), completion: .file())
    var rules: [String] = []

    @Option(
        help: ArgumentHelp("\(PolicyHelp.networks)", valueName: "FILE"),
        completion: .file(extensions: ["yml", "yaml"]))
    var networks: String?

    @Flag(help: ArgumentHelp("\(EvidenceHelp.jsonExport)"))
    var json = false

    @OptionGroup var incidents: IncidentOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        var settings = settings
        if let key { settings.evidenceKey = key }
        if let recording { settings.live.recordingFolder = recording }
        if let eventLog { settings.eventLog = eventLog }
        if !rules.isEmpty { settings.rules = rules }
        if let networks { settings.networks = networks }
        try settings.loadNetworks()
        let protection = try EvidenceFiles.protection(objects, settings)
        if protection == .none, objects != .nothing { terminal.messages.warning(EvidenceText.noKeySet) }
        let store = try incidents.open(settings, terminal)
        let id = try IncidentOptions.find(incident, in: store)
        let evidence = try Self.evidence(id, in: store, settings)
        let summary: CaseFolder.Summary
        do throws(EvidenceError) {
            summary = try CaseExport.write(evidence, below: to, settings, protection)
        } catch {
            throw .evidence(error)
        }
        try store.enter(.exported, id, detail: summary.head, note: summary.path)
        tell(summary, terminal)
        // What the operator chose to leave out is not missing.
        let kinds: Set = objects == .nothing ? ["packets", "source"] : ["packets", "source", "object"]
        return summary.manifest.missing.contains { kinds.contains($0.kind) } ? .incomplete : .nothingFound
    }

    private static func evidence(
        _ id: IncidentID, in store: IncidentStore, _ settings: Settings
    ) throws(CommandError) -> EvidenceCase {
        do throws(StoreError) {
            return try EvidenceCase(id, in: store, EventEncoder(settings))
        } catch {
            throw .store(error)
        }
    }

    private func tell(_ summary: CaseFolder.Summary, _ terminal: Terminal) {
        if json {
            terminal.results.line(
                JSONValue.object([
                    ("incident", .text(summary.manifest.incident)), ("path", .text(summary.path)),
                    ("files", .count(summary.manifest.files.count)),
                    ("missing", .array(summary.manifest.missing.map(CaseTable.json))),
                    ("head", .text(summary.head)),
                ]).line)
            return
        }
        for gap in summary.manifest.missing { terminal.messages.warning(EvidenceText.missing(gap)) }
        terminal.results.line(
            "\(EvidenceText.exported(path: summary.path, files: summary.manifest.files.count))")
        terminal.results.line("\(EvidenceText.keepThis(summary.head))")
    }
}
