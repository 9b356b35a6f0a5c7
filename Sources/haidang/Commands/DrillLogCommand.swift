import ArgumentParser

/// `haidang drill log`: what was done in an exercise without a script.
struct DrillLogCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "log", abstract: "\(LogbookHelp.log)", discussion: "\(LogbookHelp.logDetail)",
            subcommands: [
                DrillLogAddCommand.self, DrillLogImportCommand.self, DrillLogListCommand.self,
                DrillLogVerifyCommand.self, DrillLogMatchCommand.self,
            ])
    }
}
