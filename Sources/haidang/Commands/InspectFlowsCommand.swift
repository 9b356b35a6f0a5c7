import ArgumentParser

/// `haidang inspect flows`.
struct InspectFlowsCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "flows", abstract: "\(HelpText.flows)")
    }

    @OptionGroup var options: InspectOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        try options.run(.flows, terminal, settings)
    }
}
