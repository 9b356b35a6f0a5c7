import ArgumentParser

/// `haidang inspect streams`.
struct InspectStreamsCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "streams", abstract: "\(HelpText.streams)")
    }

    @OptionGroup var options: InspectOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        try options.run(.streams, terminal, settings)
    }
}
