import Capture
import Incidents
import NetTypes
import Scan
import Sensor

/// One run over a list of savefiles with one set of rules and one of indicators. Each savefile is a capture of its own: flows do not
/// reach from one into the next.
struct ScanRun {
    /// The account so far.
    private(set) var account = ScanAccount()
    /// Findings so far.
    private(set) var sink: ScanSink
    /// True when a signal ended the run early.
    private(set) var wasInterrupted = false

    private let configuration: SensorConfiguration
    private let rules: RuleSet?
    private let indicators: IndicatorSet?
    private var progress: ProgressBar

    /// A run that has not begun.
    init(
        _ configuration: SensorConfiguration, rules: RuleSet?, indicators: IndicatorSet?, sink: ScanSink,
        progress: ProgressBar
    ) {
        self.configuration = configuration
        self.rules = rules
        self.indicators = indicators
        self.sink = sink
        self.progress = progress
    }

    /// Reads all files, or as many as a signal leaves time for. A file that cannot be read is told and passed over.
    mutating func read(_ inputs: InputList, messages: Messages) throws(RuleError) {
        for error in inputs.failures {
            messages.error(ProblemText.capture(error))
            account.fail(error)
        }
        for (index, file) in inputs.files.enumerated() {
            if Interruption.signal != nil {
                wasInterrupted = true
                break
            }
            if let error = try read(file, index: index) {
                messages.error(ProblemText.capture(error))
                account.fail(error)
            }
        }
        progress.clear()
        sink.log?.flush()
    }

    /// Reads one file; the error that kept it from being read, when there was one.
    private mutating func read(_ file: String, index: Int) throws(RuleError) -> CaptureError? {
        var inspector = try Inspector(configuration, rules: rules, indicators: indicators)
        sink.begin(file: file)
        var bar = progress
        defer { progress = bar }
        do throws(CaptureError) {
            var savefile = try Savefile(path: file)
            let outcome = try Replay.run(&savefile, &inspector, &sink) { now in
                bar.update(
                    index: index, name: file, frames: now.frames, bytesRead: now.bytesRead, size: now.fileSize
                )
                return Interruption.signal == nil
            }
            // A read that a signal cut short looks like a damaged file, but it is the run that ended.
            if outcome.stopped || Interruption.signal != nil { wasInterrupted = true }
            if outcome.stopped {
                account.add(inspector.statistics)
            } else {
                account.add(file, outcome.verdict, inspector.statistics)
            }
            return nil
        } catch {
            return settle(error, file, &inspector)
        }
    }

    /// Accounts for a file that failed; the error when nothing of it was read.
    private mutating func settle(
        _ error: CaptureError, _ file: String, _ inspector: inout Inspector
    ) -> CaptureError? {
        inspector.finish(&sink)
        let statistics = inspector.statistics
        if Interruption.signal != nil {
            wasInterrupted = true
            account.add(statistics)
            return nil
        }
        guard statistics.capture.frames > 0, case .unreadable(_, let reason) = error else { return error }
        account.add(file, .partial(reason: reason), statistics)
        return nil
    }
}
