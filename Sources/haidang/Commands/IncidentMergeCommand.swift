import ArgumentParser
import Incidents

/// `haidang incident merge`.
struct IncidentMergeCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "merge", abstract: "\(IncidentHelp.merge)")
    }

    @Argument(help: ArgumentHelp("\(IncidentHelp.id)", valueName: "ID"))
    var id: String

    @Argument(help: ArgumentHelp("\(IncidentHelp.into)", valueName: "INTO"))
    var into: String

    @OptionGroup var hand: HandOptions
    @OptionGroup var incidents: IncidentOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let store = try incidents.open(settings, terminal)
        let id = try IncidentOptions.find(id, in: store)
        let other = try IncidentOptions.find(into, in: store)
        let (hand, line) = (try hand.hand(), try ChangeLine(settings, isDrill: store.isDrill))
        do throws(StoreError) {
            _ = try store.merge(id, into: other, by: hand) { line.text($0) }
        } catch {
            throw .store(error)
        }
        terminal.messages.note(IncidentText.merged(id, into: other))
        return .nothingFound
    }
}
