import ArgumentParser
import Incidents

/// `haidang incident reopen`.
struct IncidentReopenCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "reopen", abstract: "\(IncidentHelp.reopen)")
    }

    @OptionGroup var step: IncidentStep
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        try step.take(.inProgress, terminal, settings)
    }
}
