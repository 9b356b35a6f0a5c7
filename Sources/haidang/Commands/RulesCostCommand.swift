import ArgumentParser
import NetTypes
import Rulebook
import Scan
import Sensor

/// `haidang rules cost`: what rules take of the processor, the worst first.
struct RulesCostCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "cost", abstract: "\(CostText.command)", discussion: "\(CostText.commandDetail)")
    }

    @Argument(help: ArgumentHelp("\(HelpText.rulePaths)", valueName: "PATH"), completion: .file())
    var paths: [String]

    @Option(help: ArgumentHelp("\(CostText.corpus)", valueName: "PATH"), completion: .file())
    var corpus: [String] = ["captures"]

    @Option(help: ArgumentHelp("\(CostText.budget)", valueName: "N"))
    var budget = RuleCost.budget

    @Option(help: ArgumentHelp("\(CostText.rate)", valueName: "MBIT"))
    var rate = 1000

    @Flag(help: ArgumentHelp("\(CostText.force)"))
    var force = false

    @Flag(help: ArgumentHelp("\(HelpText.jsonRules)"))
    var json = false

    @OptionGroup var engine: EngineOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        var settings = settings
        engine.apply(to: &settings)
        guard budget >= 1, budget.isFinite, (1...1_000_000).contains(rate) else {
            throw .usage("\(CostText.badNumber)")
        }
        let places = try RulePlaces.open(paths, settings)
        let (set, problems) = try RuleLoading.load(places, settings, terminal.messages)
        var cost = RuleCost(configuration: settings.sensor)
        try read(&cost, set, terminal.messages)
        if cost.bytes == 0 { throw .usage("\(CostText.emptyCorpus(corpus.joined(separator: " ")))") }
        do throws(RuleError) {
            let parts = try RuleSet.loadApart(places: places, configuration: settings.sensor.scan)
            var bar = ProgressBar(terminal.messages, files: parts.count)
            try cost.measure(set, apart: parts) { number in
                bar.update(
                    index: number, name: parts[number].rules[0].identity.name, frames: 0, bytesRead: 0,
                    size: nil)
                return Interruption.signal == nil
            }
            bar.clear()
        } catch {
            throw .rules(error)
        }
        let report = CostReport(cost: cost, budget: budget, rate: rate)
        if json { report.printLines(terminal) } else { report.printTables(terminal) }
        if cost.wasStopped, let signal = Interruption.signal { return ExitCode(signal: signal) }
        let isRefused = !force && cost.rows.contains { $0.exceeds(budget) }
        return isRefused || problems.contains(where: \.isError) ? .rules : .nothingFound
    }

    private func read(
        _ cost: inout RuleCost, _ set: RuleSet, _ messages: Messages
    ) throws(CommandError) {
        let inputs = InputList(corpus)
        for error in inputs.failures { messages.error(ProblemText.capture(error)) }
        for file in inputs.files {
            do throws(CostError) {
                try cost.add(file, set)
            } catch {
                switch error {
                case .capture(let error): messages.error(ProblemText.capture(error))
                case .rules(let error): throw .rules(error)
                }
            }
        }
    }
}
