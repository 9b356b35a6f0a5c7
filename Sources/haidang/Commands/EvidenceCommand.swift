import ArgumentParser

/// `haidang evidence`: case folders.
struct EvidenceCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "evidence", abstract: "\(EvidenceHelp.evidence)",
            subcommands: [
                EvidenceExportCommand.self, EvidenceVerifyCommand.self, EvidenceViewCommand.self,
                EvidenceOpenCommand.self, EvidenceKeyCommand.self,
            ])
    }
}
