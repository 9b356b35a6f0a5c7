import ArgumentParser
import Incidents

/// `haidang incident assign`.
struct IncidentAssignCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "assign", abstract: "\(IncidentHelp.assign)")
    }

    @Argument(help: ArgumentHelp("\(IncidentHelp.id)", valueName: "ID"))
    var id: String

    @Argument(help: ArgumentHelp("\(IncidentHelp.assignee)", valueName: "PERSON"))
    var assignee: String

    @OptionGroup var hand: HandOptions
    @OptionGroup var incidents: IncidentOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let store = try incidents.open(settings, terminal)
        let id = try IncidentOptions.find(id, in: store)
        let (hand, line) = (try hand.hand(), try ChangeLine(settings, isDrill: store.isDrill))
        do throws(StoreError) {
            _ = try store.assign(id, to: assignee, by: hand) { line.text($0) }
        } catch {
            throw .store(error)
        }
        terminal.messages.note(IncidentText.assigned(id, assignee))
        return .nothingFound
    }
}
