import ArgumentParser

/// The program: its commands.
struct HaiDang: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "haidang", abstract: "\(HelpText.program)", version: Version.line,
            subcommands: [
                ScanCommand.self, DigestCommand.self, LiveCommand.self, InspectCommand.self,
                RulesCommand.self,
                IncidentCommand.self, EvidenceCommand.self, ReportCommand.self, DrillCommand.self,
                DoctorCommand.self,
            ])
    }
}
