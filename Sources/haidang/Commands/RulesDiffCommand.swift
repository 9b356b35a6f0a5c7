import ArgumentParser
import Rulebook
import Scan

/// `haidang rules diff`: what differs between two versions of a rule set.
struct RulesDiffCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "diff", abstract: "\(RulesHelp.diff)", discussion: "\(RulesHelp.diffDetail)")
    }

    @Argument(help: ArgumentHelp("\(RulesHelp.old)", valueName: "OLD"), completion: .file())
    var old: String

    @Argument(help: ArgumentHelp("\(RulesHelp.new)", valueName: "NEW"), completion: .file())
    var new: String

    @Flag(help: ArgumentHelp("\(RulesHelp.jsonChanges)"))
    var json = false

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let (before, isOldWhole) = try outlines(old, terminal, settings)
        let (after, isNewWhole) = try outlines(new, terminal, settings)
        let difference = RuleDifference(from: before, to: after)
        if json {
            for change in difference.changes { terminal.results.line(Self.json(change).line) }
        } else {
            printTable(difference, terminal)
        }
        if !isOldWhole || !isNewWhole { return .incomplete }
        return difference.changes.isEmpty ? .nothingFound : .found
    }

    /// The rules as written, and whether all could be read.
    private func outlines(
        _ path: String, _ terminal: Terminal, _ settings: Settings
    ) throws(CommandError) -> ([RuleOutline], Bool) {
        let places = try RulePlaces.open([path], settings)
        do throws(RuleError) {
            let reading = try RuleReading(places)
            for problem in reading.problems where problem.isError {
                terminal.messages.warning(ProblemText.rule(problem))
            }
            return (reading.outlines, !reading.problems.contains { $0.isError })
        } catch {
            throw .rules(error)
        }
    }

    private func printTable(_ difference: RuleDifference, _ terminal: Terminal) {
        let headings: [HeadingText] = [.change, .rule, .parts]
        var table = Table(headings.map(\.description), fold: 2)
        for change in difference.changes {
            let name = change.new.isEmpty ? change.old : change.new
            let parts = change.parts.map { part in
                let text = "\(RulesText.part(part))"
                if part != .metadata || change.keys.isEmpty { return text }
                return text + " (" + change.keys.joined(separator: ", ") + ")"
            }
            let from = change.kind == .moved ? ["← " + Escaping.shown(change.old)] : []
            table.add([
                Cell("\(RulesText.change(change.kind))", tone: change.kind == .removed ? .alarm : .caution),
                .foreign(name, tone: .strong),
                Cell((from + parts).joined(separator: ", ")),
            ])
        }
        if !table.isEmpty { terminal.write(table) }
        terminal.results.line(
            "\(RulesText.compared(changed: difference.changes.count, same: difference.same))")
    }

    private static func json(_ change: RuleDifference.Change) -> JSONValue {
        .object([
            ("change", .text(change.kind.rawValue)),
            ("old", change.old.isEmpty ? .null : .text(change.old)),
            ("new", change.new.isEmpty ? .null : .text(change.new)),
            ("parts", .array(change.parts.map { .text($0.rawValue) })),
            ("metadata_keys", .array(change.keys.map { .text($0) })),
        ])
    }
}
