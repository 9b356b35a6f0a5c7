import ArgumentParser
import Incidents

/// `haidang incident resolve`.
struct IncidentResolveCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "resolve", abstract: "\(IncidentHelp.resolve)")
    }

    @OptionGroup var step: IncidentStep
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        try step.take(.resolved, terminal, settings)
    }
}
