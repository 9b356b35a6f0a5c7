import ArgumentParser
import Drills
import Foundation

/// `haidang drill score`: judges a run by its files, as often as one likes.
struct DrillScoreCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "score", abstract: "\(DrillHelp.score)", discussion: "\(DrillHelp.scoreDetail)")
    }

    @Argument(help: ArgumentHelp("\(DrillHelp.folder)", valueName: "FOLDER"), completion: .directory)
    var folder: String

    @Option(help: ArgumentHelp("\(DrillOption.drillFile)", valueName: "FILE"), completion: .file())
    var drill: String?

    @Option(help: ArgumentHelp("\(DrillOption.events)", valueName: "FILE"), completion: .file())
    var events: [String] = []

    @Flag(help: ArgumentHelp("\(DrillOption.watch)"))
    var watch = false

    @Flag(help: ArgumentHelp("\(DrillOption.json)"))
    var json = false

    @OptionGroup var common: CommonOptions

    /// Seconds between two looks.
    private static let interval = 1.0

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let folder = RunFolder(folder)
        while true {
            let record = try folder.readRecord()
            let drill = try DrillScoring.drill(record, drill)
            try DrillScoring.checkLog(record, folder)
            let score = try DrillScoring.score(drill, record, folder, logs: events)
            let isLast = !watch || Interruption.signal != nil
            if watch, !json, terminal.results.isTerminal { terminal.results.line("\u{1b}[H\u{1b}[2J") }
            DrillReporting.write(score, drill, record, settings, terminal, json: json)
            terminal.results.flush()
            if isLast {
                return Interruption.signal.map { ExitCode(signal: $0) }
                    ?? DrillReporting.exitCode(score, record)
            }
            // A team answers and reports after the last frame too: the director ends the watch.
            Thread.sleep(forTimeInterval: Self.interval)
        }
    }
}
