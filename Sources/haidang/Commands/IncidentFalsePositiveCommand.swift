import ArgumentParser
import Incidents

/// `haidang incident false-positive`.
struct IncidentFalsePositiveCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "false-positive", abstract: "\(IncidentHelp.falsePositive)")
    }

    @OptionGroup var step: IncidentStep
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        try step.take(.falsePositive, terminal, settings)
    }
}
