import ArgumentParser
import NetTypes
import Rulebook
import Scan

/// `haidang rules list`: what rules there are, and what each is for.
struct RulesListCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: "\(RulesHelp.list)")
    }

    @Argument(help: ArgumentHelp("\(HelpText.rulePaths)", valueName: "PATH"), completion: .file())
    var paths: [String]

    @Option(help: ArgumentHelp("\(RulesHelp.category)"))
    var category: [RuleCategory] = []

    @Option(help: ArgumentHelp("\(RulesHelp.severity)", valueName: "1-4"))
    var severity: [Int] = []

    @Option(help: ArgumentHelp("\(RulesHelp.technique)", valueName: "T1059"))
    var technique: [AttackTechnique] = []

    @Option(help: ArgumentHelp("\(RulesHelp.search)", valueName: "TEXT"))
    var search: String?

    @Flag(help: ArgumentHelp("\(HelpText.jsonRules)"))
    var json = false

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        if let level = severity.first(where: { !(1...4).contains($0) }) {
            throw .usage("\(RulesText.noSeverity(level))")
        }
        let places = try RulePlaces.open(paths, settings)
        let (set, problems) = try RuleLoading.load(places, settings, terminal.messages)
        var filter = RuleFilter()
        filter.categories = category
        filter.severities = severity
        filter.techniques = technique
        filter.text = search ?? ""
        let rules = set.rules.map { ($0, RuleProfile($0.identity)) }
        let wanted = rules.filter { !$0.0.isPrivate && filter.admits($0.0.identity, $0.1) }
            .sorted { Self.key($0.0) < Self.key($1.0) }
        if json {
            for (rule, profile) in wanted { terminal.results.line(Self.json(rule, profile).line) }
        } else {
            printTable(wanted, of: set.rules.count { !$0.isPrivate }, terminal)
        }
        return problems.contains { $0.isError } ? .rules : .nothingFound
    }

    private static func key(_ rule: Rule) -> (String, String) {
        (rule.identity.namespace, rule.identity.name)
    }

    private func printTable(_ rules: [(Rule, RuleProfile)], of all: Int, _ terminal: Terminal) {
        let headings: [HeadingText] = [.rule, .severity, .category, .technique, .meaning]
        var table = Table(headings.map(\.description), fold: 4)
        for (rule, profile) in rules {
            let identity = rule.identity
            let spoken =
                Language.current == .vietnamese
                ? profile.vietnamese ?? profile.description : profile.description ?? profile.vietnamese
            table.add([
                .foreign("\(identity.namespace):\(identity.name)", tone: .strong),
                Cell(
                    "\(SummaryText.severity(identity.severity))",
                    tone: identity.severity <= 2 ? .alarm : .caution),
                Cell(profile.category?.rawValue ?? ""),
                Cell(profile.techniques.map(\.identifier).joined(separator: ", ")),
                .foreign(spoken ?? ""),
            ])
        }
        if !table.isEmpty { terminal.write(table) }
        terminal.results.line("\(RulesText.listed(rules.count, of: all))")
    }

    private static func json(_ rule: Rule, _ profile: RuleProfile) -> JSONValue {
        .object([
            ("namespace", .text(rule.identity.namespace)), ("rule", .text(rule.identity.name)),
            ("severity", .count(rule.identity.severity)),
            ("signature_id", .count(rule.identity.signatureID)),
            ("tags", .array(rule.identity.tags.map { .text($0) })), ("file", .text(rule.file)),
            ("line", .count(rule.line)), ("metadata", RuleRow.json(profile)),
        ])
    }
}

extension RuleCategory: ExpressibleByArgument {}

extension AttackTechnique: ExpressibleByArgument {
    /// A technique from the command line.
    public init?(argument: String) { self.init(argument) }
}
