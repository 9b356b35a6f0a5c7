import ArgumentParser

/// Options of every command.
struct CommonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("\(HelpText.config)", valueName: "FILE"),
        completion: .file(extensions: ["yml", "yaml"]))
    var config: String?

    @Option(help: ArgumentHelp("\(HelpText.lang)"))
    var lang: Language?

    @Flag(name: .shortAndLong, help: ArgumentHelp("\(HelpText.quiet)"))
    var quiet = false

    @Flag(name: .customLong("no-color"), help: ArgumentHelp("\(HelpText.noColor)"))
    var noColor = false

    /// The defaults, with what the configuration file says put over them.
    func settings() throws(CommandError) -> Settings {
        guard let config else { return Settings() }
        return try ConfigurationFile.load(config, over: Settings())
    }
}

extension Language: ExpressibleByArgument {}
