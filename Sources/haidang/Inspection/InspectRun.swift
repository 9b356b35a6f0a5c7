import Capture
import NetTypes
import Scan
import Sensor

/// One run of `inspect` over a list of files: the real engine without rules.
struct InspectRun {
    private let view: InspectView
    private let folder: ObjectFolder?
    private let configuration: SensorConfiguration
    // Only by a file that was not read to its end: this command shows what is there, and says of nothing that it is not.
    private var isIncomplete = false
    private var didAnything = false
    private var isBroken = false

    /// A run that has not begun; objects are written to the folder, when there is one.
    init(_ view: InspectView, _ configuration: SensorConfiguration, folder: ObjectFolder? = nil) {
        self.view = view
        self.folder = folder
        var configuration = configuration
        view.adjust(&configuration)
        configuration.objectContent = folder != nil
        self.configuration = configuration
    }

    /// Reads all files and prints their rows; what cannot be read is told and passed over.
    mutating func read(
        _ paths: [String], _ writer: inout InspectWriter, _ terminal: Terminal
    ) throws(RuleError) -> ExitCode {
        let inputs = InputList(paths)
        for error in inputs.failures { fail(error, terminal.messages) }
        var bar = ProgressBar(terminal.messages, files: inputs.files.count)
        for (index, file) in inputs.files.enumerated() {
            if Interruption.signal != nil || terminal.results.isAbandoned { break }
            try read(file, index, &bar, &writer, terminal.messages)
        }
        bar.clear()
        writer.finish()
        if let failure = folder?.failure {
            terminal.messages.error(ProblemText.cannotWrite(path: failure.path, reason: failure.reason))
            isIncomplete = true
        }
        if let signal = Interruption.signal { return ExitCode(signal: signal) }
        if isBroken { return .internal }
        if !didAnything { return .input }
        return isIncomplete ? .incomplete : .nothingFound
    }

    private mutating func read(
        _ file: String, _ index: Int, _ bar: inout ProgressBar, _ writer: inout InspectWriter,
        _ messages: Messages
    ) throws(RuleError) {
        var inspector = try Inspector(configuration, rules: nil)
        var sink = InspectSink(view, folder)
        do throws(CaptureError) {
            var savefile = try Savefile(path: file)
            let outcome = try Replay.run(&savefile, &inspector, &sink) { now in
                bar.update(
                    index: index, name: file, frames: now.frames, bytesRead: now.bytesRead, size: now.fileSize
                )
                return Interruption.signal == nil
            }
            if case .partial(let reason) = outcome.verdict, !outcome.stopped {
                messages.warning(SummaryText.damagedFile(path: file, reason: reason))
                isIncomplete = true
            }
        } catch {
            fail(error, messages)
            inspector.finish(&sink)
            if inspector.statistics.capture.frames == 0 { return }
        }
        let statistics = inspector.statistics
        didAnything = true
        for law in statistics.brokenLaws {
            messages.error(ProblemText.unbalanced(law: law))
            isBroken = true
        }
        writer.add(view.rows(file, sink, statistics))
    }

    private mutating func fail(_ error: CaptureError, _ messages: Messages) {
        messages.error(ProblemText.capture(error))
        isIncomplete = true
    }
}
