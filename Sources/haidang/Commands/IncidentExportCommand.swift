import ArgumentParser
import Foundation
import Incidents
import NetTypes
import Sensor

/// `haidang incident export`: an incident as other systems read it.
struct IncidentExportCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "export", abstract: "\(ExportText.command)")
    }

    @Argument(help: ArgumentHelp("\(ExportText.id)", valueName: "ID"))
    var id: String

    @Option(help: ArgumentHelp("\(ExportText.format)"))
    var format: ExportFormat

    @Option(help: ArgumentHelp("\(ExportText.tlp)", valueName: "LABEL"))
    var tlp: TrafficLight = .amberStrict

    @Option(help: ArgumentHelp("\(ExportText.output)", valueName: "FILE"), completion: .file())
    var output: String?

    @Flag(help: ArgumentHelp("\(ExportText.payload)"))
    var payload = false

    @OptionGroup var incidents: IncidentOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        var settings = settings
        try settings.loadNetworks()
        let store = try incidents.open(settings, terminal)
        if store.isDrill { throw .usage("\(ExportText.drill)") }
        let id = try IncidentOptions.find(id, in: store)
        let (incident, detections) = try Self.found(id, in: store)
        var options = ExportOptions()
        options.trafficLight = tlp
        options.host = settings.host.isEmpty ? ProcessInfo.processInfo.hostName : settings.host
        options.productVersion = Version.number
        options.includesPayload = payload
        options.networks = settings.sensor.networks
        let exported: ExportCase
        do throws(ExportError) {
            exported = try ExportCase(incident, detections, options)
        } catch {
            throw .usage("\(ExportText.error(error, id: id))")
        }
        let text = exported.text(format)
        if let output, output != "-" {
            try PrivateFile.write(text, to: output)
        } else {
            terminal.results.line(String(text.dropLast()))
        }
        try store.enter(.exported, id, detail: format.rawValue)
        if exported.withheld > 0 { terminal.messages.warning(ExportText.withheld(exported.withheld)) }
        if exported.leftOut > 0 {
            terminal.messages.warning(ExportText.leftOut(exported.leftOut, limit: ExportLimits.detections))
        }
        return exported.leftOut > 0 ? .incomplete : .nothingFound
    }

    private static func found(
        _ id: IncidentID, in store: IncidentStore
    ) throws(CommandError) -> (Incident, [IncidentDetection]) {
        do throws(StoreError) {
            return (try store.incident(id), try store.detections(of: id))
        } catch {
            throw .store(error)
        }
    }
}

extension ExportFormat: ExpressibleByArgument {}

extension TrafficLight: ExpressibleByArgument {
    /// A label from the command line, with or without `TLP:`.
    public init?(argument: String) { self.init(word: argument) }
}
