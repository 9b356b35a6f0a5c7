import ArgumentParser

/// `haidang rules`: the life of a rule.
struct RulesCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "rules", abstract: "\(HelpText.rules)",
            subcommands: [
                RulesCheckCommand.self, RulesTestCommand.self, RulesListCommand.self, RulesDiffCommand.self,
                RulesPreviewCommand.self, RulesCostCommand.self, RulesBundleCommand.self,
            ])
    }
}
