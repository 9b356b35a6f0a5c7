import ArgumentParser

/// `haidang drill`: captures with the truth about them.
struct DrillCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "drill", abstract: "\(DrillHelp.drill)",
            subcommands: [
                DrillListCommand.self, DrillRunCommand.self, DrillControlCommand.self,
                DrillScoreCommand.self, DrillReportCommand.self, DrillAnswerCommand.self,
                DrillVerifyCommand.self,
                DrillMakeCommand.self,
                DrillLogCommand.self,
            ])
    }
}
