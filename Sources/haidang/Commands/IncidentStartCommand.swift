import ArgumentParser
import Incidents

/// `haidang incident start`.
struct IncidentStartCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "start", abstract: "\(IncidentHelp.start)")
    }

    @OptionGroup var step: IncidentStep
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        try step.take(.inProgress, terminal, settings)
    }
}
