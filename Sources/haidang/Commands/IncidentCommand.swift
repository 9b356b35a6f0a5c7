import ArgumentParser

/// `haidang incident`: the team's work.
struct IncidentCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "incident", abstract: "\(IncidentHelp.command)",
            subcommands: [
                IncidentListCommand.self, IncidentShowCommand.self, IncidentAcknowledgeCommand.self,
                IncidentStartCommand.self, IncidentResolveCommand.self, IncidentCloseCommand.self,
                IncidentFalsePositiveCommand.self, IncidentReopenCommand.self, IncidentAssignCommand.self,
                IncidentNoteCommand.self, IncidentMergeCommand.self, IncidentExportCommand.self,
                IncidentSentCommand.self,
            ])
    }
}
