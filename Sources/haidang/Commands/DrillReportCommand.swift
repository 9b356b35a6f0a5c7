import ArgumentParser
import Drills
import Foundation
import Incidents
import NetTypes

/// `haidang drill report`: what happened in a run, for those who want to learn from it.
struct DrillReportCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report", abstract: "\(DrillReportHelp.command)",
            discussion: "\(DrillReportHelp.detail)")
    }

    @Argument(help: ArgumentHelp("\(DrillHelp.folder)", valueName: "FOLDER"), completion: .directory)
    var folder: String

    @Option(
        name: .shortAndLong, help: ArgumentHelp("\(DrillReportHelp.output)", valueName: "FILE"),
        completion: .file())
    var output: String?

    @Option(help: ArgumentHelp("\(DrillReportHelp.format)"))
    var format = ReportFormat.html

    @Option(help: ArgumentHelp("\(DrillOption.drillFile)", valueName: "FILE"), completion: .file())
    var drill: String?

    @Option(help: ArgumentHelp("\(DrillOption.events)", valueName: "FILE"), completion: .file())
    var events: [String] = []

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let report = try DrillReportSource(folder: folder, drill: drill, events: events).report(now: .now)
        let text = format == .json ? report.json : report.html(.current)
        if let output {
            try PrivateFile.write(text + "\n", to: output)
        } else {
            terminal.results.line(text)
        }
        if !report.record.incomplete.isEmpty {
            terminal.messages.warning(DrillText.incomplete(report.record.incomplete))
        }
        return report.isProvisional || !report.record.incomplete.isEmpty ? .incomplete : .nothingFound
    }
}
