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

    /// The ledger of the run; nil without one.
    private let book: ScanBook?
    /// Why the ledger could not be written to; nil while it can. Then nothing more is scanned: it would not be known.
    private(set) var ledgerFailure: LedgerError?

    private let configuration: SensorConfiguration
    private let rules: RuleSet?
    private let indicators: IndicatorSet?
    private var progress: ProgressBar

    /// A run that has not begun.
    init(
        _ configuration: SensorConfiguration, rules: RuleSet?, indicators: IndicatorSet?, sink: ScanSink,
        progress: ProgressBar, book: ScanBook? = nil
    ) {
        self.book = book
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
        // A name of its own, since the closure may not look into what is changed meanwhile.
        let book = book
        do throws(ScanStop) {
            try entered { () throws(LedgerError) in try book?.look(up: inputs.files) }
            for (index, file) in inputs.files.enumerated() {
                if Interruption.signal != nil {
                    wasInterrupted = true
                    break
                }
                try take(file, index, messages)
            }
        } catch {
            if case .rules(let error) = error {
                progress.clear()
                throw error
            }
        }
        progress.clear()
        sink.log?.flush()
    }

    /// Why a run comes to an early end.
    private enum ScanStop: Error {
        /// The rules cannot be used.
        case rules(RuleError)
        /// The ledger cannot be written to.
        case ledger
    }

    /// Keeps what is wrong with the ledger.
    @discardableResult
    private mutating func entered<Value>(
        _ body: () throws(LedgerError) -> Value
    ) throws(ScanStop) -> Value? {
        do throws(LedgerError) {
            return try body()
        } catch {
            ledgerFailure = error
            throw .ledger
        }
    }

    /// Scans one file, unless the ledger knows it, and enters what became of it.
    private mutating func take(
        _ file: String, _ index: Int, _ messages: Messages
    ) throws(ScanStop) {
        var entry: LedgerFile?
        if let book {
            switch try entered({ () throws(LedgerError) in try book.decide(file) }) {
            case .known, .left, nil: return
            case .scanOnce: break
            case .scan(let known): entry = known
            }
        }
        let started = Timestamp.now
        var result: ScanResult?
        do throws(RuleError) {
            if let error = try read(file, index: index, started, &result) {
                messages.error(ProblemText.capture(error))
                account.fail(error)
                result = ScanResult(failed: "\(ProblemText.capture(error).english)", started: started)
            }
        } catch {
            throw .rules(error)
        }
        // What was interrupted is not entered: whoever goes on takes what it wrote off the log, and scans it whole.
        guard let book, let entry, let result, result.verdict.cause != .interrupted else { return }
        // First all that the file gave is on disk, then it is entered: what a crash comes between is scanned again.
        guard sink.settle() else { return }
        try entered { () throws(LedgerError) in try book.enter(result, entry) }
    }

    /// Reads one file; the error that kept it from being read, when there was one.
    private mutating func read(
        _ file: String, index: Int, _ started: Timestamp, _ result: inout ScanResult?
    ) throws(RuleError) -> CaptureError? {
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
            result = ScanResult(
                outcome.verdict, inspector.statistics, sink.lastStatistics,
                wasInterrupted: outcome.stopped || Interruption.signal != nil, started: started)
            if outcome.stopped {
                account.add(inspector.statistics)
            } else {
                account.add(file, outcome.verdict, inspector.statistics)
            }
            return nil
        } catch {
            return settle(error, file, &inspector, started, &result)
        }
    }

    /// Accounts for a file that failed; the error when nothing of it was read.
    private mutating func settle(
        _ error: CaptureError, _ file: String, _ inspector: inout Inspector, _ started: Timestamp,
        _ result: inout ScanResult?
    ) -> CaptureError? {
        inspector.finish(&sink)
        let statistics = inspector.statistics
        result = ScanResult(
            .partial(reason: "\(ProblemText.capture(error).english)"), statistics, sink.lastStatistics,
            wasInterrupted: Interruption.signal != nil, started: started)
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
