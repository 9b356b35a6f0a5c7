import ArgumentParser

/// `haidang inspect objects`.
struct InspectObjectsCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "objects", abstract: "\(HelpText.objects)")
    }

    @OptionGroup var options: InspectOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        try options.run(.objects, terminal, settings)
    }
}
