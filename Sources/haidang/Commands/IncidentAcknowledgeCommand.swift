import ArgumentParser
import Incidents

/// `haidang incident ack`.
struct IncidentAcknowledgeCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "ack", abstract: "\(IncidentHelp.acknowledge)")
    }

    @OptionGroup var step: IncidentStep
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        try step.take(.acknowledged, terminal, settings)
    }
}
