import ArgumentParser

/// `haidang rules bundle`: a rule set in one signed file.
struct RulesBundleCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "bundle", abstract: "\(RulesHelp.bundle)", discussion: "\(RulesHelp.bundleDetail)",
            subcommands: [
                RulesBundleCreateCommand.self, RulesBundleVerifyCommand.self, RulesBundleKeyCommand.self,
            ])
    }
}
