import ArgumentParser

/// `haidang inspect packets`.
struct InspectPacketsCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "packets", abstract: "\(HelpText.packets)")
    }

    @OptionGroup var options: InspectOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        try options.run(.packets, terminal, settings)
    }
}
