import ArgumentParser
import Capture
import Foundation
import Rulebook
import Scan
import Sensor

/// `haidang rules test`: whether each rule hits the captures that it names, and keeps silent in the others it names.
struct RulesTestCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "test", abstract: "\(RulesHelp.test)", discussion: "\(RulesHelp.testDetail)")
    }

    @Argument(help: ArgumentHelp("\(HelpText.rulePaths)", valueName: "PATH"), completion: .file())
    var paths: [String]

    @Option(help: ArgumentHelp("\(RulesHelp.captures)", valueName: "DIR"), completion: .directory)
    var captures = "captures"

    @Flag(exclusivity: .exclusive)
    var format: RuleTestFormat?

    @Option(help: ArgumentHelp("\(RulesHelp.junit)", valueName: "FILE"), completion: .file())
    var junit: String?

    @OptionGroup var engine: EngineOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        var settings = settings
        engine.apply(to: &settings)
        if junit == "-", format != nil { throw .usage("\(RulesText.twoFormats)") }
        guard FileManager.default.fileExists(atPath: captures) else {
            throw .capture(.missing(path: captures))
        }
        let places = try RulePlaces.open(paths, settings)
        let (set, problems) = try RuleLoading.load(places, settings, terminal.messages)
        var test = RuleTest(set, captures: captures, configuration: settings.sensor)
        try run(&test, terminal)
        try tell(test, terminal)
        if test.wasStopped, let signal = Interruption.signal { return ExitCode(signal: signal) }
        if problems.contains(where: \.isError) || test.rows.contains(where: \.verdict.isRulesFault) {
            return .rules
        }
        return test.rows.contains { $0.complaint != nil } ? .incomplete : .nothingFound
    }

    private func run(_ test: inout RuleTest, _ terminal: Terminal) throws(CommandError) {
        let files = test.savefiles
        var bar = ProgressBar(terminal.messages, files: files.count)
        do throws(RuleError) {
            try test.run { index, now in
                bar.update(
                    index: index, name: files[index], frames: now.frames, bytesRead: now.bytesRead,
                    size: now.fileSize)
                return Interruption.signal == nil
            }
        } catch {
            throw .rules(error)
        }
        bar.clear()
    }

    private func tell(_ test: RuleTest, _ terminal: Terminal) throws(CommandError) {
        if let junit {
            let document = JUnitText.document(test.rows)
            if junit == "-" {
                terminal.results.line(String(document.dropLast()))
                return
            }
            do {
                try Data(document.utf8).write(to: URL(fileURLWithPath: junit))
            } catch {
                throw .cannotWrite(path: junit, reason: SystemReason.text(of: error))
            }
        }
        switch format {
        case .tap: for line in TestProtocolText.lines(test.rows) { terminal.results.line(line) }
        case .json: for row in test.rows { terminal.results.line(Self.json(row).line) }
        case nil: printTable(test, terminal)
        }
    }

    private func printTable(_ test: RuleTest, _ terminal: Terminal) {
        let headings: [HeadingText] = [.verdict, .rule, .expected, .capture]
        var table = Table(headings.map(\.description), fold: 2)
        for row in test.rows {
            let isGood = row.complaint == nil
            table.add([
                Cell("\(RulesText.verdict(row.verdict))", tone: isGood ? .calm : .alarm),
                .foreign(row.rule, tone: .strong),
                Cell(row.capture.isEmpty ? "" : "\(RulesText.expectation(mustHit: row.mustHit))"),
                .foreign(row.capture, tone: .faint),
            ])
        }
        if !table.isEmpty { terminal.write(table) }
        let failed = test.rows.count { $0.complaint != nil }
        let text = RulesText.tested(
            good: test.rows.count - failed, failed: failed, captures: test.savefiles.count)
        terminal.results.line(terminal.palette.paint("\(text)", failed == 0 ? .calm : .alarm))
    }

    private static func json(_ row: RuleTestRow) -> JSONValue {
        .object([
            ("rule", .text(row.rule)), ("capture", .text(row.capture)),
            ("expected", .text(row.mustHit ? "hit" : "silence")), ("verdict", .text(row.verdict.word)),
            ("reason", row.complaint.map { .text($0) } ?? .null),
        ])
    }
}
