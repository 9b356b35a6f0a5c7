import ArgumentParser
import Incidents

/// What the commands that take incidents a step further have in common.
struct IncidentStep: ParsableArguments {
    @Argument(help: ArgumentHelp("\(IncidentHelp.ids)", valueName: "ID"))
    var ids: [String]

    @OptionGroup var hand: HandOptions
    @OptionGroup var incidents: IncidentOptions

    /// Takes all of them to a status; where one cannot be, those before it have been.
    func take(
        _ status: IncidentStatus, _ terminal: Terminal, _ settings: Settings
    ) throws(CommandError) -> ExitCode {
        let store = try incidents.open(settings, terminal)
        let (hand, line) = (try hand.hand(), try ChangeLine(settings, isDrill: store.isDrill))
        var found: [IncidentID] = []
        for id in ids { found.append(try IncidentOptions.find(id, in: store)) }
        for id in found {
            do throws(StoreError) {
                _ = try store.change(id, to: status, by: hand) { line.text($0) }
            } catch {
                throw .store(error)
            }
            terminal.messages.note(IncidentText.done(id, status))
        }
        return .nothingFound
    }
}
