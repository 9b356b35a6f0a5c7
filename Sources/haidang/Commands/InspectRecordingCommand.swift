import ArgumentParser
import Foundation
import NetTypes
import Sensor

/// `haidang inspect recording`: the packets of one flow, out of what `live --record` wrote.
struct InspectRecordingCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "recording", abstract: "\(RecordingText.command)")
    }

    @Argument(help: ArgumentHelp("\(RecordingText.folder)", valueName: "DIR"), completion: .directory)
    var folder: String

    @Option(help: ArgumentHelp("\(RecordingText.communityID)", valueName: "ID"))
    var communityID: String

    @Option(help: ArgumentHelp("\(RecordingText.from)", valueName: "TIME"))
    var from: String?

    @Option(help: ArgumentHelp("\(RecordingText.to)", valueName: "TIME"))
    var to: String?

    @Option(help: ArgumentHelp("\(RecordingText.write)", valueName: "FILE"), completion: .file())
    var write: String

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let extract = try RecordingExtract(path: write)
        let account = try extract.take(
            folder, communityID: communityID, from: try time(from) ?? Timestamp(nanoseconds: .min),
            to: try time(to) ?? Timestamp(nanoseconds: .max), decoder: settings.sensor.decoder)
        for problem in account.problems {
            terminal.messages.warning(RecordingText.problem(file: problem.file, reason: problem.reason))
        }
        terminal.results.line(
            "\(RecordingText.found(frames: account.frames, read: account.bytesRead, of: account.bytesRecorded))"
        )
        return account.problems.isEmpty ? .nothingFound : .incomplete
    }

    /// A point in time as ISO 8601 writes it.
    private func time(_ text: String?) throws(CommandError) -> Timestamp? {
        guard let text else { return nil }
        let formatter = ISO8601DateFormatter()
        for options in [
            ISO8601DateFormatter.Options.withInternetDateTime,
            [.withInternetDateTime, .withFractionalSeconds],
        ] {
            formatter.formatOptions = options
            guard let date = formatter.date(from: text) else { continue }
            // ISO 8601 has four digits for the year, which is far from the ends of 64 bits.
            return Timestamp(nanoseconds: Int64((date.timeIntervalSince1970 * 1_000_000).rounded()) &* 1000)
        }
        throw .usage("\(RecordingText.noTime(text))")
    }
}
