import ArgumentParser
import Foundation
import NetTypes
import Rulebook
import Scan
import Sensor

/// `haidang rules check`: which rules compile, what each is about, and what is wrong with it.
struct RulesCheckCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check", abstract: "\(HelpText.rulesCheck)", discussion: "\(RulesHelp.checkDetail)")
    }

    @Argument(help: ArgumentHelp("\(HelpText.rulePaths)", valueName: "PATH"), completion: .file())
    var paths: [String]

    @Flag(help: ArgumentHelp("\(RulesHelp.strict)"))
    var strict = false

    @Flag(help: ArgumentHelp("\(HelpText.jsonRules)"))
    var json = false

    @Option(help: ArgumentHelp("\(RulesHelp.now)", valueName: "DATE"))
    var now: RuleDate?

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        var settings = settings
        try settings.loadNetworks()
        let places = try RulePlaces.open(paths, settings)
        let check: RuleCheck
        do throws(RuleError) {
            check = try RuleCheck(
                places, configuration: settings.sensor.scan, today: now ?? RuleDate(Day(of: .now)),
                isStrict: strict)
        } catch {
            throw .rules(error)
        }
        if json {
            for verdict in check.verdicts { terminal.results.line(RuleRow(verdict: verdict).json.line) }
            for problem in check.problems { terminal.results.line(problem.json.line) }
        } else {
            printTable(check, terminal)
        }
        let isBad = check.errors > 0 || strict && check.hints > 0
        return isBad ? .rules : .nothingFound
    }

    private func printTable(_ check: RuleCheck, _ terminal: Terminal) {
        if !check.verdicts.isEmpty {
            var table = Table(RuleRow.headings.map(\.description), fold: 4)
            for verdict in check.verdicts { table.add(RuleRow(verdict: verdict).cells) }
            terminal.write(table)
            terminal.results.line("")
        }
        let palette = terminal.palette
        for problem in check.problems {
            let text = "\(ProblemText.rule(problem))"
            terminal.results.line(palette.paint(text, problem.isError ? .alarm : .caution))
        }
        for verdict in check.verdicts {
            for fault in verdict.faults {
                let text = "\(RulesText.fault(fault, of: verdict.rule))"
                terminal.results.line(palette.paint(text, strict ? .alarm : .caution))
            }
        }
        let good = check.verdicts.count
        terminal.results.line(
            "\(RulesText.checked(good: good, errors: check.errors, advice: check.hints))")
    }
}

extension RuleDate: ExpressibleByArgument {
    /// A day from the command line.
    public init?(argument: String) { self.init(argument) }
}
