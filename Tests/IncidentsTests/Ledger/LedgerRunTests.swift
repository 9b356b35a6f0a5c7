import GRDB
import NetTypes
import TestSupport
import Testing

@testable import Incidents

@Suite("Runs and entries of the ledger")
struct LedgerRunTests {
    private let folder: TestFolder
    private let ledger: ScanLedger
    private var path: String { folder.path + "/ledger.db" }

    init() throws {
        folder = try TestFolder()
        ledger = try LedgerSamples.ledger(folder.path + "/ledger.db")
    }

    @Test(
        "A run from its beginning to its end is read back as it was, by another who does not hold the ledger")
    func life() throws {
        let asked = [LedgerPath("night"), LedgerPath(bytes: [0xff, 0x0a])]
        let run = try ledger.begin(
            asked: asked, basis: LedgerSamples.basis, host: "máy", now: LedgerSamples.time)
        var failed = LedgerSamples.entry("gone.pcap", content: nil, .failed(reason: "no such file"))
        (failed.firstFrame, failed.lastFrame) = (nil, nil)
        let entries = [
            LedgerSamples.entry(),
            LedgerSamples.entry("b", content: 8, .partial(.damaged, reason: "frame 2")),
            failed,
        ].map { entry in
            var entry = entry
            entry.run = run
            return entry
        }
        for entry in entries { try ledger.record([entry], run: run) }
        let reader = try ScanLedger(path: path)
        var expected = LedgerRun(
            number: run, started: LedgerSamples.time, asked: asked, basis: LedgerSamples.basis, host: "máy")
        (expected.totals.done, expected.totals.partial, expected.totals.failed) = (1, 1, 1)
        (expected.totals.counts.frames, expected.totals.counts.detections) = (9, 3)
        #expect(try reader.lastRun == expected)
        try ledger.finish(
            run, exitCode: 3, known: 4, left: 5, now: LedgerSamples.time.advanced(by: 20))
        expected.finished = LedgerSamples.time.advanced(by: 20)
        (expected.exitCode, expected.totals.known, expected.totals.left) = (3, 4, 5)
        #expect(try reader.lastRun == expected)
        #expect(try reader.entries(ofRun: run) == entries)
    }

    @Test("Every counter is kept, up to what the file can hold")
    func counters() throws {
        var entry = LedgerSamples.entry()
        for (place, column) in LedgerCounts.columns.enumerated() {
            entry.counts[keyPath: column.counter] = UInt64(place + 1)
        }
        try ledger.record([entry], run: 1)
        #expect(try ledger.entries(ofRun: 1) == [entry])
        #expect(try ledger.lastRun?.totals.counts == entry.counts)
        entry.counts.bytes = .max
        try ledger.record([entry], run: 1)
        #expect(try ledger.entries(ofRun: 1).map(\.counts.bytes) == [UInt64(Int64.max)])
    }

    @Test("Of a file that failed and was done when the run was resumed only the latter is left")
    func again() throws {
        try ledger.record([LedgerSamples.entry(.failed(reason: "busy"), content: nil)], run: 1)
        try ledger.record([LedgerSamples.entry(.failed(reason: "still"), content: nil)], run: 1)
        #expect(try ledger.entries(ofRun: 1).map(\.verdict) == [.failed(reason: "still")])
        try ledger.record([LedgerSamples.entry(.partial(.interrupted, reason: "06:30"))], run: 1)
        try ledger.record([LedgerSamples.entry(), LedgerSamples.entry("b", content: 8)], run: 1)
        #expect(
            try ledger.entries(ofRun: 1) == [LedgerSamples.entry(), LedgerSamples.entry("b", content: 8)])
        // The file was written over: both are true.
        try ledger.record([LedgerSamples.entry(content: 7)], run: 1)
        #expect(try ledger.entries(ofRun: 1).count == 3)
    }

    @Test("A reason is kept up to its limit")
    func reason() throws {
        let long = String(repeating: "é", count: LedgerVerdict.longestReason)
        try ledger.record([LedgerSamples.entry(.failed(reason: long))], run: 1)
        let kept = try ledger.entries(ofRun: 1).first?.verdict.reason ?? ""
        #expect(kept.utf8.count <= LedgerVerdict.longestReason && kept.hasSuffix("é…"))
    }

    @Test("A run that was cut off is found and goes on under its number; one that is finished is not")
    func resume() throws {
        try ledger.record([LedgerSamples.entry()], run: 1)
        try ledger.close()
        let next = try ScanLedger(path: path)
        #expect(throws: LedgerError.notHeld) { try next.unfinishedRun() }
        try next.hold(now: LedgerSamples.time)
        let found = try #require(try next.unfinishedRun())
        #expect(found.number == 1 && found.totals.done == 1 && found.finished == nil)
        var basis = LedgerSamples.basis
        basis.engine = "1.1"
        try next.resume(found.number, basis: basis)
        #expect(try next.lastRun?.resumptions == 1 && next.lastRun?.basis == basis)
        try next.finish(1, exitCode: 0, known: 0, left: 0, now: LedgerSamples.time)
        #expect(try next.unfinishedRun() == nil)
        #expect(throws: LedgerError.noOpenRun(1)) { try next.resume(1, basis: basis) }
        #expect(throws: LedgerError.noOpenRun(1)) { try next.record([LedgerSamples.entry()], run: 1) }
        #expect(throws: LedgerError.noOpenRun(1)) {
            try next.finish(1, exitCode: 0, known: 0, left: 0, now: LedgerSamples.time)
        }
        #expect(throws: LedgerError.noOpenRun(7)) { try next.record([], run: 7) }
    }

    @Test("Numbers give the order, though the clock was set back")
    func clock() throws {
        let second = try LedgerSamples.begin(ledger, now: LedgerSamples.time.advanced(by: -1_000_000))
        try ledger.record([LedgerSamples.entry("z", content: 1)], run: second)
        try ledger.record([LedgerSamples.entry()], run: 1)
        #expect(second == 2)
        #expect(try ledger.runs(limit: 10).map(\.number) == [2, 1])
        #expect(try ledger.lastRun?.number == 2 && ledger.unfinishedRun()?.number == 2)
        #expect(try ledger.entries(ofLastRuns: 1).map(\.run) == [2])
        #expect(try ledger.entries(ofLastRuns: 2).map(\.run) == [2, 1])
    }

    @Test("What does not fit together goes in not at all")
    func allOrNone() throws {
        // Only a failure may be without content.
        #expect(throws: LedgerError.self) {
            try ledger.record(
                [LedgerSamples.entry(), LedgerSamples.entry("b", content: nil)],
                files: [LedgerSamples.file()],
                run: 1)
        }
        #expect(try ledger.entries(ofRun: 1) == [])
        #expect(
            try ledger.standings(of: [LedgerSamples.file()], basis: LedgerSamples.basis) == [.unknown])
        let long = [LedgerPath](
            repeating: LedgerPath(bytes: [UInt8](repeating: 97, count: 4095)), count: 1025)
        #expect(throws: LedgerError.tooManyPaths(limit: ScanLedger.mostAsked)) {
            try ledger.begin(asked: long, basis: LedgerSamples.basis, host: "", now: LedgerSamples.time)
        }
        #expect(try ledger.runs(limit: 9).count == 1)
    }
}
