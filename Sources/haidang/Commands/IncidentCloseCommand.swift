import ArgumentParser
import Incidents

/// `haidang incident close`.
struct IncidentCloseCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "close", abstract: "\(IncidentHelp.close)")
    }

    @OptionGroup var step: IncidentStep
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        try step.take(.closed, terminal, settings)
    }
}
