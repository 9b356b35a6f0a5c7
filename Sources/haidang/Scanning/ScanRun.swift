import Capture
import Incidents
import NetTypes
import Scan
import Sensor
import WorkQueue

/// One run over a list of savefiles with one set of rules and one of indicators.
///
/// Units are read by one or several jobs and taken up in the order of the plan by the thread that writes. So the event log, the
/// incidents and the ledger are the same however many jobs there are.
struct ScanRun {
    /// The account so far.
    private(set) var account = ScanAccount()
    /// Why the ledger could not be written to; nil while it can. Then nothing more is scanned: it would not be known.
    private(set) var ledgerFailure: LedgerError?
    /// Why machines could not share its units any more; nil where they could, or were not to.
    var queueFailure: WorkQueueError?
    /// True when a signal ended the run early.
    private(set) var wasInterrupted = false
    /// Files that the end of the time left over, and their bytes on the disk.
    private(set) var leftOver: (files: Int, bytes: UInt64) = (0, 0)
    /// Where files do not go on where the one before ended.
    private(set) var notices = NoticeList()

    private let plan: ScanPlan
    let reader: UnitReader
    let sink: ScanSink
    private let book: ScanBook?
    let messages: Messages
    private let shared: SharedWork?

    /// Milliseconds between two looks at how far it is.
    private static let glance = 100

    /// A run that has not begun.
    init(
        _ plan: ScanPlan, _ engine: ScanEngine, _ sink: ScanSink, _ book: ScanBook?, _ pace: ScanPace,
        _ messages: Messages, sharing shared: SharedWork? = nil
    ) {
        self.shared = shared
        self.plan = plan
        self.sink = sink
        self.book = book
        self.messages = messages
        reader = UnitReader(
            engine: engine, hunts: plan.hunts, pace: pace, rate: ReadingRate(),
            progress: ScanProgress(plan.units, until: pace.until))
    }

    /// Counts and tells what cannot be used.
    mutating func fail(_ errors: [CaptureError]) {
        for error in errors {
            messages.error(ProblemText.capture(error))
            account.fail(error)
        }
    }

    /// Reads all units, or as many as a signal or the clock leaves time for.
    mutating func read() throws(RuleError) {
        defer { messages.clearProgress() }
        var units = plan.units
        if let shared {
            readShared(units, shared)
            sink.log?.flush()
            return
        }
        let wide = reader.pace.jobs > 1 ? WideReader.choice(units).map { units.remove(at: $0) } : nil
        if reader.pace.jobs > 1, units.count > 1 {
            try readAtOnce(units)
        } else {
            try readInTurn(units)
        }
        if let wide { try readWide(wide) }
        sink.log?.flush()
    }

    /// True where a unit is begun.
    private func begins(_ unit: ScanUnit) -> Bool {
        Interruption.signal == nil && ledgerFailure == nil
            && reader.pace.allows(bytes: unit.files[0].size, rate: reader.rate.bytesPerSecond)
    }

    /// Reads one file on several threads.
    private mutating func readWide(_ unit: ScanUnit) throws(RuleError) {
        guard begins(unit) else { return leave(unit.files) }
        sink.begin(unit)
        let (messages, progress) = (messages, reader.progress)
        guard let result = WideReader(reader).read(unit, into: sink, tick: { progress.show(messages) }) else {
            return try readInTurn([unit])
        }
        settle(result, unit)
    }

    private mutating func readInTurn(_ units: [ScanUnit]) throws(RuleError) {
        for unit in units {
            guard begins(unit) else {
                leave(unit.files)
                continue
            }
            sink.begin(unit)
            let (messages, progress) = (messages, reader.progress)
            settle(try reader.read(unit, into: sink) { progress.show(messages) }, unit)
        }
    }

    /// Reads units on several threads. What each finds is taken up here, unit by unit.
    private mutating func readAtOnce(_ units: [ScanUnit]) throws(RuleError) {
        let crew = ScanCrew(units, reader)
        defer { crew.stop() }
        for (number, unit) in units.enumerated() {
            guard ledgerFailure == nil, let pipe = crew.pipe(number) else {
                leave(unit.files)
                continue
            }
            sink.begin(unit)
            let result = try take(pipe)
            crew.isTaken()
            settle(result, unit)
        }
    }

    private func take(_ pipe: UnitPipe) throws(RuleError) -> UnitResult {
        while true {
            reader.progress.show(messages)
            switch pipe.take(within: Self.glance) {
            case .begin(let file, let framesBefore): sink.begin(file: file, framesBefore: framesBefore)
            case .findings(let findings): for finding in findings { sink.receive(finding) }
            case .failed(let error): throw error
            case .end(let result): return result
            case nil: break
            }
        }
    }

    /// Counts files that this run does not come to.
    mutating func leave(_ files: some Collection<ScanUnit.File>) {
        if Interruption.signal != nil { wasInterrupted = true }
        leftOver.files += files.count
        leftOver.bytes += files.reduce(0) { $0 + $1.size }
        book?.leave(left: files.count)
    }

    /// Accounts for a unit, and enters it in the ledger once all that it gave is on disk.
    mutating func settle(_ result: UnitResult, _ unit: ScanUnit) {
        for notice in result.notices { notices.add(notice) }
        if result.wasInterrupted {
            // It is not entered, and scanned whole another time: what it wrote is taken off the log, before a unit that
            // another job has finished meanwhile is entered with all that stands there.
            leave(unit.files)
            account.addInterrupted(result)
            return cutLog()
        }
        account.add(result, unit)
        if result.files.count < unit.files.count { leave(unit.files[result.files.count...]) }
        tell(result)
        guard let book else { return }
        // First all that the unit gave is on disk, then it is entered: what a crash comes between is scanned again.
        guard sink.settle() else { return }
        var tally = sink.tally
        for (rule, bytes) in result.costs { tally.add(.ruleCost, rule, bytes) }
        for case .missing(let count, let after, _) in result.notices { tally.add(.missing, after, count) }
        do throws(LedgerError) {
            try book.enter(result, of: unit, tally.list)
        } catch {
            ledgerFailure = error
        }
    }

    /// Tells which files could not be read.
    private func tell(_ result: UnitResult) {
        for file in result.files {
            if case .failed(let error) = file.outcome { messages.error(ProblemText.capture(error)) }
        }
        reader.progress.show(messages)
    }

    /// Takes off the event log what a unit wrote that came to no end.
    mutating func cutLog() {
        guard let book, sink.settle() else { return }
        do throws(LedgerError) {
            try book.cut()
        } catch {
            ledgerFailure = error
        }
    }
}
