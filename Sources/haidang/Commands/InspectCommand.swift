import ArgumentParser

/// `haidang inspect`: what the engine sees in savefiles.
struct InspectCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "inspect", abstract: "\(HelpText.inspect)",
            subcommands: [
                InspectStreamsCommand.self, InspectFlowsCommand.self, InspectObjectsCommand.self,
                InspectTransactionsCommand.self, InspectPacketsCommand.self,
                InspectRecordingCommand.self,
            ])
    }
}
