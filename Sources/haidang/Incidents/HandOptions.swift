import ArgumentParser
import Incidents
import NetTypes

/// Options of commands that do something to an incident.
struct HandOptions: ParsableArguments {
    @Option(name: .customLong("as"), help: ArgumentHelp("\(IncidentHelp.person)", valueName: "NAME"))
    var person: String?

    @Option(help: ArgumentHelp("\(IncidentHelp.noteOption)", valueName: "TEXT"))
    var note: String?

    /// The most bytes of a note.
    static let mostBytes = 65_536

    /// Who does it now.
    func hand() throws(CommandError) -> IncidentStore.Hand {
        let note = note ?? ""
        guard note.utf8.count <= Self.mostBytes else {
            throw .usage("\(IncidentText.noteTooLong(Self.mostBytes))")
        }
        return IncidentStore.Hand(person: person ?? Person.current, now: .now, note: note)
    }
}
