import ArgumentParser
import Incidents
import NetTypes

/// `haidang incident sent`: somebody says that what a clock asks for was sent, and the clock stops.
struct IncidentSentCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "sent", abstract: "\(IncidentHelp.sent)")
    }

    @Argument(help: ArgumentHelp("\(IncidentHelp.id)", valueName: "ID"))
    var id: String

    @Argument(help: ArgumentHelp("\(IncidentHelp.clock)", valueName: "PROFILE/CLOCK"))
    var clock: String

    @OptionGroup var hand: HandOptions
    @OptionGroup var incidents: IncidentOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let names = try Clocks(settings).names
        guard names.contains(clock) else {
            let nearest = EditDistance.nearest(to: clock, among: names)
            throw .usage("\(IncidentText.noClock(clock, nearest: nearest))")
        }
        let store = try incidents.open(settings, terminal)
        let id = try IncidentOptions.find(id, in: store)
        let hand = try hand.hand()
        do throws(StoreError) {
            try store.log(.sent, id, detail: clock, by: hand)
        } catch {
            throw .store(error)
        }
        terminal.messages.note(IncidentText.sent(id, clock))
        return .nothingFound
    }
}
