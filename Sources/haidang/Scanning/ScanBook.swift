import Drills
import Incidents
import NetTypes
import Scan

/// What a scan with a ledger does beside scanning: it leaves out files that are known, and enters what became of each of the
/// others once all that it gave is on disk.
final class ScanBook {
    /// Files that were left out as known.
    private(set) var known: UInt64 = 0
    /// Files that were left for another time, since they still change.
    private(set) var left: UInt64 = 0
    /// The run that was cut off and is gone on with; nil for a new one.
    let resumed: LedgerRun?
    /// Bytes of the event log that a run which was cut off had not committed, and that were taken off.
    private(set) var bytesCut: UInt64 = 0

    private let ledger: ScanLedger
    private let basis: LedgerBasis
    private var run: Int64 = 0
    private let eventLog: String
    private let settle: Duration
    private var standings: [LedgerPath: (LedgerIdentity, LedgerStanding)] = [:]

    /// Opens the ledger and holds it until this object is gone. Of a run that was cut off the event log is cut back to the
    /// last file that was entered, so that no event is in it twice.
    init(
        _ path: String, eventLog: String, basis: LedgerBasis, settle: Duration
    ) throws(LedgerError) {
        ledger = try ScanLedger(path: path)
        self.basis = basis
        self.eventLog = eventLog
        self.settle = settle
        try ledger.hold(now: .now)
        resumed = try ledger.unfinishedRun()
        if let resumed, !eventLog.isEmpty,
            let log = try ledger.committedOffset(of: LedgerPath(eventLog), run: resumed.number)
        {
            bytesCut = try log.cut()
        }
    }

    /// Begins the run, or goes on with the one that was cut off when it is about the same paths. After the event log is open.
    func begin(_ paths: [String], host: String) throws(LedgerError) {
        let asked = paths.map { LedgerPath($0) }
        if let resumed, resumed.asked == asked {
            run = resumed.number
            try ledger.resume(run, basis: basis)
            return
        }
        run = try ledger.begin(asked: asked, basis: basis, host: host, log: try committed(), now: .now)
    }

    /// What is to be done with a file.
    enum Decision {
        /// It is scanned, and entered under this identity.
        case scan(LedgerFile)
        /// It is scanned and not entered: it has no content that could be known again, as a pipe.
        case scanOnce
        /// It is known.
        case known
        /// It still changes.
        case left
    }

    /// Looks up how files stand by their identity, a few statements for all of them. Before the first is decided about.
    func look(up files: [String]) throws(LedgerError) {
        let found = files.compactMap { file(at: $0) }
        for (file, standing) in zip(found, try ledger.standings(of: found, basis: basis)) {
            standings[file.path] = (file.identity, standing)
        }
    }

    /// Decides about a file; one that is not known by its name is read once, to see whether its bytes are.
    func decide(_ path: String) throws(LedgerError) -> Decision {
        guard path != "-", var file = file(at: path) else { return .scanOnce }
        // A file may have changed since they were looked up, hours ago perhaps; then nothing is known of it.
        let looked = standings[file.path]
        let standing = looked?.0 == file.identity ? looked?.1 ?? .unknown : .unknown
        if standing.isSettled {
            known += 1
            return .known
        }
        // What was changed in the future was so by another clock, and is no reason to wait for ever.
        let age = Timestamp.now.nanoseconds(since: Timestamp(nanoseconds: file.identity.modified))
        if age >= 0, age < settle.nanoseconds {
            left += 1
            return .left
        }
        if case .due(let content, _) = standing {
            file.content = content
            return .scan(file)
        }
        file.content = FileDigest.sha256(path)
        guard let content = file.content else { return .scanOnce }
        if case .settled = try ledger.standing(ofContent: content, basis: basis) {
            try ledger.record([], files: [file], run: run)
            known += 1
            return .known
        }
        return .scan(file)
    }

    /// Enters what became of a file. All that it gave is on disk by now.
    func enter(_ result: ScanResult, _ file: LedgerFile) throws(LedgerError) {
        // What was read of a file that has changed since is no content of it.
        let isSame = LedgerIdentity(at: file.path) == file.identity
        let entry = LedgerEntry(
            run: run, path: file.path, content: isSame ? file.content : nil, size: file.identity.size,
            basis: basis,
            verdict: isSame ? result.verdict : .failed(reason: "changed while it was read"),
            firstFrame: result.firstFrame, lastFrame: result.lastFrame, counts: result.counts,
            started: result.started, finished: .now)
        try ledger.record([entry], files: isSame ? [file] : [], log: try committed(), run: run)
    }

    /// Ends the run.
    func finish(_ code: ExitCode) throws(LedgerError) {
        try ledger.finish(run, exitCode: code.rawValue, known: known, left: left, now: .now)
        ledger.release()
    }

    private func committed() throws(LedgerError) -> LedgerLog? {
        eventLog.isEmpty ? nil : try LedgerLog.synced(path: LedgerPath(eventLog))
    }

    private func file(at path: String) -> LedgerFile? { LedgerFile(at: LedgerPath(path)) }
}
