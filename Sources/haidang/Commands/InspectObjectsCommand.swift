import ArgumentParser

/// `haidang inspect objects`.
struct InspectObjectsCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "objects", abstract: "\(HelpText.objects)")
    }

    @OptionGroup var options: InspectOptions
    @Option(help: ArgumentHelp("\(HelpText.extract)", valueName: "DIR"), completion: .directory)
    var extract: String?

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let folder = try extract.map { path throws(CommandError) in try ObjectFolder(path: path) }
        return try options.run(.objects, terminal, settings, folder: folder)
    }
}
