import ArgumentParser
import Incidents

/// `haidang incident show`.
struct IncidentShowCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: "\(IncidentHelp.show)")
    }

    @Argument(help: ArgumentHelp("\(IncidentHelp.id)", valueName: "ID"))
    var id: String

    @Option(help: ArgumentHelp("\(IncidentHelp.detections)", valueName: "N"))
    var detections = 5

    @Flag(help: ArgumentHelp("\(IncidentHelp.json)"))
    var json = false

    @OptionGroup var incidents: IncidentOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let clocks = try Clocks(settings)
        let store = try incidents.open(settings, terminal)
        let id = try IncidentOptions.find(id, in: store)
        do throws(StoreError) {
            // First the log, then the bytes: what was seen is in it even if the reader is cut off.
            let hand = IncidentStore.Hand(person: Person.current, now: .now)
            let incident = try store.log(.viewed, id, by: hand)
            let kept = try store.detections(of: id, limit: max(detections, 0))
            if json {
                var event = IncidentEvent(incident, change: .status)
                event.isDrill = store.isDrill
                terminal.results.line(EventEncoder(settings).line(event))
                for detection in kept { terminal.results.line(detection.event) }
            } else {
                if store.isDrill { terminal.results.line("\(DrillText.banner)") }
                let journal = try store.journal(of: id)
                let deadlines = clocks.deadlines(of: incident, journal, now: .now)
                IncidentPage(incident, kept, journal, deadlines).write(to: terminal)
            }
            return .nothingFound
        } catch {
            throw .store(error)
        }
    }
}
