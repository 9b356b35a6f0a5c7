import ArgumentParser

/// `haidang inspect transactions`.
struct InspectTransactionsCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "transactions", abstract: "\(HelpText.transactions)")
    }

    @OptionGroup var options: InspectOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        try options.run(.transactions, terminal, settings)
    }
}
