import ArgumentParser

/// A command that ends with an exit code. Errors it throws are told and turned into codes in one place.
protocol RunnableCommand: ParsableCommand {
    /// Options that every command has.
    var common: CommonOptions { get }

    /// Does the work.
    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode
}
