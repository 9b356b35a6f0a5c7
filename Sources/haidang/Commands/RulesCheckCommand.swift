import ArgumentParser
import NetTypes
import Scan
import Sensor

/// `haidang rules check`: which rules compile, and what is wrong with the others.
struct RulesCheckCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "check", abstract: "\(HelpText.rulesCheck)")
    }

    @Argument(help: ArgumentHelp("\(HelpText.rulePaths)", valueName: "PATH"), completion: .file())
    var paths: [String]

    @Flag(help: ArgumentHelp("\(HelpText.jsonRules)"))
    var json = false

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        var settings = settings
        try settings.loadNetworks()
        let loaded: (set: RuleSet, problems: [RuleProblem])
        do throws(RuleError) {
            loaded = try RuleSet.load(paths: paths, configuration: settings.sensor.scan)
        } catch {
            throw .rules(error)
        }
        if json {
            for rule in loaded.set.rules { terminal.results.line(Self.line(rule).line) }
            for problem in loaded.problems { terminal.results.line(Self.line(problem).line) }
        } else {
            printTable(loaded.set.rules, terminal)
            for problem in loaded.problems {
                let text = "\(ProblemText.rule(problem))"
                terminal.results.line(terminal.palette.paint(text, problem.isError ? .alarm : .caution))
            }
            let errors = loaded.problems.count { $0.isError }
            terminal.results.line(
                "\(RulesText.checked(good: loaded.set.rules.count, errors: errors, advice: loaded.problems.count - errors))"
            )
        }
        return loaded.problems.contains { $0.isError } ? .rules : .nothingFound
    }

    private func printTable(_ rules: [Rule], _ terminal: Terminal) {
        if rules.isEmpty { return }
        let headings: [HeadingText] = [.rule, .severity, .number, .line]
        var table = Table(headings.map(\.description), fold: 2)
        for rule in rules {
            table.add([
                .foreign("\(rule.identity.namespace):\(rule.identity.name)", tone: .strong),
                Cell("\(SummaryText.severity(rule.identity.severity))"),
                Cell(String(rule.identity.signatureID)),
                .foreign("\(rule.file):\(rule.line)", tone: .faint),
            ])
        }
        terminal.write(table)
        terminal.results.line("")
    }

    private static func line(_ rule: Rule) -> JSONValue {
        .object([
            ("type", .text("rule")), ("namespace", .text(rule.identity.namespace)),
            ("rule", .text(rule.identity.name)), ("file", .text(rule.file)), ("line", .count(rule.line)),
            ("severity", .count(rule.identity.severity)), ("signature_id", .count(rule.identity.signatureID)),
            ("tags", .array(rule.identity.tags.map { .text($0) })), ("private", .boolean(rule.isPrivate)),
            ("global", .boolean(rule.isGlobal)), ("imports", .array(rule.imports.map { .text($0) })),
            ("strings", .count(rule.stringCount)), ("needs_whole_unit", .boolean(rule.needsWholeUnit)),
        ])
    }

    private static func line(_ problem: RuleProblem) -> JSONValue {
        .object([
            ("type", .text(problem.isError ? "error" : "warning")), ("file", .text(problem.file)),
            ("line", .count(problem.line)), ("rule", problem.rule.map { .text($0) } ?? .null),
            ("message", .text(problem.message)),
        ])
    }
}
