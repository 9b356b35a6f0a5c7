import ArgumentParser
import Incidents

/// `haidang incident note`.
struct IncidentNoteCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "note", abstract: "\(IncidentHelp.note)")
    }

    @Argument(help: ArgumentHelp("\(IncidentHelp.id)", valueName: "ID"))
    var id: String

    @Argument(help: ArgumentHelp("\(IncidentHelp.words)", valueName: "TEXT"))
    var words: String

    @Option(name: .customLong("as"), help: ArgumentHelp("\(IncidentHelp.person)", valueName: "NAME"))
    var person: String?

    @OptionGroup var incidents: IncidentOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        guard words.utf8.count <= HandOptions.mostBytes else {
            throw .usage("\(IncidentText.noteTooLong(HandOptions.mostBytes))")
        }
        let store = try incidents.open(settings, terminal)
        let id = try IncidentOptions.find(id, in: store)
        let hand = IncidentStore.Hand(person: person ?? Person.current, now: .now, note: words)
        do throws(StoreError) {
            try store.log(.noted, id, by: hand)
        } catch {
            throw .store(error)
        }
        terminal.messages.note(IncidentText.noted(id))
        return .nothingFound
    }
}
