import ArgumentParser
import Drills
import Scan

/// `haidang drill verify`: drills as a regression test of rules and engine.
struct DrillVerifyCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify", abstract: "\(DrillHelp.verify)", discussion: "\(DrillHelp.verifyDetail)")
    }

    @Argument(help: ArgumentHelp("\(DrillHelp.drills)", valueName: "PATH"), completion: .file())
    var paths: [String] = ["captures"]

    @Option(help: ArgumentHelp("\(HelpText.rules)", valueName: "PATH"), completion: .file())
    var rules: [String] = []

    @Option(help: ArgumentHelp("\(DrillOption.workers)", valueName: "N"))
    var workers = 1

    @Option(help: ArgumentHelp("\(DrillOption.junit)", valueName: "FILE"), completion: .file())
    var junit: String?

    @Flag(help: ArgumentHelp("\(DrillOption.json)"))
    var json = false

    @OptionGroup var engine: EngineOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        guard (1...64).contains(workers) else { throw .usage("--workers 1…64") }
        var settings = settings
        engine.apply(to: &settings)
        if !rules.isEmpty { settings.rules = rules }
        let places = try RuleFolder.paths(of: settings)
        let (ruleSet, problems) = try RuleLoading.loadForRun(places, settings, terminal.messages)
        let verification = DrillVerification(ruleSet, settings, workers: workers)
        var results: [DrillVerification.Result] = []
        for file in try DrillLoading.files(under: paths) {
            if let signal = Interruption.signal { return ExitCode(signal: signal) }
            let result = verification.verify(file)
            results.append(result)
            tell(result, terminal)
        }
        if let junit { try PrivateFile.write(JUnitReport.text(results), to: junit) }
        let failed = results.count { !$0.failures.isEmpty }
        if !json {
            terminal.results.line("\(DrillText.verified(passed: results.count - failed, failed: failed))")
        }
        if failed > 0 { return .found }
        return problems.contains(where: \.isError) ? .incomplete : .nothingFound
    }

    private func tell(_ result: DrillVerification.Result, _ terminal: Terminal) {
        if json {
            terminal.results.line(
                JSONValue.object([
                    ("path", .text(result.file)), ("title", .text(result.title)),
                    ("passed", .boolean(result.failures.isEmpty)),
                    ("failures", .array(result.failures.map { .text($0) })),
                ]).line)
        } else {
            for failure in result.failures {
                let path = terminal.palette.paint(Escaping.shown(result.file), .strong)
                terminal.results.line("\(path): \(terminal.palette.paint(failure, .alarm))")
            }
        }
    }
}
