import Drills
import Incidents
import NetTypes
import Scan

/// What a scan with a ledger does beside scanning: it says which files are known, and enters what became of each of the others
/// once all that it gave is on disk.
final class ScanBook {
    /// Files that were left out as known.
    private(set) var known: UInt64 = 0
    /// Those among them that were scanned with older rules, and that this run did not look at again.
    private(set) var older: UInt64 = 0
    /// Files over which rules ran that are new.
    private(set) var hunted: UInt64 = 0
    /// Files that were left for another time: they still change, or the time was over.
    private(set) var left: UInt64 = 0
    /// The run that was cut off and is gone on with; nil for a new one.
    let resumed: LedgerRun?
    /// Bytes of the event log that a run which was cut off had not committed, and that were taken off.
    private(set) var bytesCut: UInt64 = 0
    /// The number of the run in the ledger.
    private(set) var run: Int64 = 0
    /// The ledger itself.
    let ledger: ScanLedger

    private let basis: LedgerBasis
    private let digests: [[UInt8]]
    private let eventLog: String
    private let settle: Duration

    /// Opens the ledger and holds it until this object is gone. Of a run that was cut off the event log is cut back to the
    /// last file that was entered, so that no event is in it twice.
    init(
        _ path: String, eventLog: String, basis: ScanBasis, settle: Duration
    ) throws(LedgerError) {
        ledger = try ScanLedger(path: path)
        self.basis = basis.ledger
        digests = basis.digests
        self.eventLog = eventLog
        self.settle = settle
        try ledger.hold(now: .now)
        resumed = try ledger.unfinishedRun()
        if let resumed { bytesCut = try cut(toRun: resumed.number) }
    }

    /// Begins the run, or goes on with the one that was cut off when it is about the same paths. After the event log is open.
    func begin(_ paths: [String], host: String) throws(LedgerError) {
        let asked = paths.map { LedgerPath($0) }
        try ledger.enter(rules: digests, of: basis.ruleSet)
        if let resumed, resumed.asked == asked {
            run = resumed.number
            try ledger.resume(run, basis: basis)
            return
        }
        run = try ledger.begin(asked: asked, basis: basis, host: host, log: try committed(), now: .now)
    }

    /// How files stand, in their order, a few statements for all of them. Only one that has another's size is read, to see
    /// whether its bytes are known under that name; where `goesOn` says no meanwhile, it is taken for new.
    func standings(of paths: [String], goesOn: () -> Bool) throws(LedgerError) -> [FileStanding] {
        let files = paths.map { $0 == "-" ? nil : LedgerFile(at: LedgerPath($0)) }
        let found = files.compactMap { $0 }
        var standings = try ledger.standings(of: found, basis: basis).makeIterator()
        let sizes = try ledger.sizes()
        var list: [FileStanding] = []
        for (path, file) in zip(paths, files) {
            guard var file, let standing = standings.next() else {
                list.append(.unnamed)
                continue
            }
            list.append(try self.standing(path, &file, standing, sizes, goesOn))
        }
        // What is left out was met all the same: it stays known as long as it is there.
        try ledger.see(found.map(\.path), run: run)
        return list
    }

    private func standing(
        _ path: String, _ file: inout LedgerFile, _ standing: LedgerStanding, _ sizes: Set<UInt64>,
        _ goesOn: () -> Bool
    ) throws(LedgerError) -> FileStanding {
        var standing = standing
        // What was changed in the future was so by another clock, and is no reason to wait for ever.
        let age = Timestamp.now.nanoseconds(since: Timestamp(nanoseconds: file.identity.modified))
        if !standing.isSettled, age >= 0, age < settle.nanoseconds { return .growing }
        if case .unknown = standing {
            guard sizes.contains(file.identity.size),
                let content = FileDigest.sha256(path, goesOn: { _ in goesOn() })
            else {
                return .due(file, isNew: true)
            }
            file.content = content
            standing = try ledger.standing(ofContent: content, basis: basis)
            if case .due = standing { return .due(file, isNew: true) }
            // Under this name it is known from now on.
            try ledger.record([], files: [file], run: run)
        }
        switch standing {
        case .unknown: return .due(file, isNew: true)
        case .settled: return .known
        case .due(let content, let last):
            file.content = content
            return .due(file, isNew: last == nil)
        case .older(let content, let verdict, let ruleSet, let run):
            file.content = content
            return .older(file, verdict, ruleSet: ruleSet, run: run)
        }
    }

    /// The number of the first of so many nights before this run; nil for none of them.
    func first(ofNights count: Int) throws(LedgerError) -> Int64? {
        try count > 0 ? ledger.nights(before: run, limit: count).last?.number : nil
    }

    /// The digests of the rules and indicators of a set; empty where nobody knows them.
    func rules(of ruleSet: [UInt8]) throws(LedgerError) -> Set<[UInt8]> {
        try ledger.rules(of: ruleSet, length: ScanBasis.digestLength) ?? []
    }

    /// Counts files that need not be looked at.
    func leave(known: Int = 0, older: Int = 0, left: Int = 0) {
        self.known += UInt64(known + older)
        self.older += UInt64(older)
        self.left += UInt64(left)
    }

    /// Enters files for which no rule is new: what was said of them holds for the rules of now.
    func enterAsBefore(_ files: [(LedgerFile, LedgerVerdict)]) throws(LedgerError) {
        let now = Timestamp.now
        let entries = files.map { file, verdict in
            LedgerEntry(
                run: run, path: file.path, content: file.content, size: file.identity.size, kind: .hunt,
                basis: basis, verdict: verdict, started: now, finished: now)
        }
        if !entries.isEmpty { try ledger.record(entries, run: run) }
        known += UInt64(files.count)
    }

    /// Enters what became of a unit, all of its files at once. All that it gave is on disk by now.
    func enter(
        _ result: UnitResult, of unit: ScanUnit, _ tallies: [LedgerTally]
    ) throws(LedgerError) {
        var (entries, files): ([LedgerEntry], [LedgerFile]) = ([], [])
        let kind: LedgerEntry.Kind = unit.work == .scan ? .scan : .hunt
        for (part, file) in zip(result.files, unit.files) {
            guard var known = file.entry else { continue }
            if let content = part.content { known.content = content }
            // What was read of a file that has changed since is no content of it.
            let isSame = LedgerIdentity(at: known.path) == known.identity && known.content != nil
            entries.append(
                LedgerEntry(
                    run: run, path: known.path, content: isSame ? known.content : nil,
                    size: known.identity.size, kind: kind, basis: basis,
                    verdict: isSame || part.hasFailed
                        ? part.verdict : .failed(reason: "changed while it was read"),
                    firstFrame: part.firstFrame, lastFrame: part.lastFrame, counts: part.counts,
                    started: part.started, finished: .now))
            if isSame { files.append(known) }
        }
        if kind == .hunt { hunted += UInt64(result.files.count) }
        try ledger.record(entries, files: files, tallies: tallies, log: try committed(), run: run)
    }

    /// Takes off the event log what belongs to no unit that was entered.
    func cut() throws(LedgerError) {
        _ = try cut(toRun: run)
    }

    /// Ends the run, and lets go of what is so long ago that nobody asks for it, or the ledger would grow for ever.
    func finish(_ code: ExitCode) throws(LedgerError) {
        try ledger.finish(run, exitCode: code.rawValue, known: known, left: left, now: .now)
        try ledger.forget(keepingRuns: ScanLedger.keptRuns)
        ledger.release()
    }

    private func cut(toRun run: Int64) throws(LedgerError) -> UInt64 {
        guard !eventLog.isEmpty,
            let log = try ledger.committedOffset(of: LedgerPath(eventLog), run: run)
        else { return 0 }
        return try log.cut()
    }

    private func committed() throws(LedgerError) -> LedgerLog? {
        eventLog.isEmpty ? nil : try LedgerLog.synced(path: LedgerPath(eventLog))
    }
}
