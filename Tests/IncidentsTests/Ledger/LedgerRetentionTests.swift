import GRDB
import NetTypes
import TestSupport
import Testing

@testable import Incidents

@Suite("What the ledger keeps, and for how long")
struct LedgerRetentionTests {
    private let folder: TestFolder
    private let ledger: ScanLedger

    init() throws {
        folder = try TestFolder()
        ledger = try LedgerSamples.ledger(folder.path + "/ledger.db")
    }

    private func count(_ table: String) throws -> Int {
        try ledger.database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? -1 }
    }

    @Test("What is forgotten is over; a file that is still seen stays known")
    func forget() throws {
        let gone = LedgerSamples.file("gone.pcap", LedgerSamples.identity(2), content: 8)
        try ledger.record(
            [
                LedgerSamples.entry(), LedgerSamples.entry("gone.pcap", content: 8),
                LedgerSamples.entry("no", content: nil, .failed(reason: "")),
            ], files: [LedgerSamples.file(), gone], run: 1)
        let second = try LedgerSamples.begin(ledger)
        #expect(try ledger.forget(keepingRuns: 2) == 0)
        try ledger.record([], files: [LedgerSamples.file()], run: second)
        #expect(try ledger.forget(keepingRuns: 1) == 2)
        let standings = try ledger.standings(of: [LedgerSamples.file(), gone], basis: LedgerSamples.basis)
        #expect(standings == [.settled(content: LedgerSamples.digest(9), .done), .unknown])
        #expect(try ledger.entries(ofRun: 1) == [LedgerSamples.entry()])
        let contents = try ledger.database.read { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM content")
        }
        #expect(contents == 1)
        let third = try LedgerSamples.begin(ledger)
        try ledger.record([LedgerSamples.entry("x", content: 3)], run: third)
        #expect(try ledger.forget(keepingRuns: 1) == 1)
        #expect(try ledger.runs(limit: 9).map(\.number) == [third])
    }

    @Test(
        "A file that runs have met stays known, though nothing was entered of it; one that they have not does not"
    )
    func seen() throws {
        let gone = LedgerSamples.file("gone.pcap", LedgerSamples.identity(2), content: 8)
        try ledger.record(
            [LedgerSamples.entry(), LedgerSamples.entry("gone.pcap", content: 8)],
            files: [LedgerSamples.file(), gone], run: 1)
        let second = try LedgerSamples.begin(ledger)
        // More names than one statement takes, and most of them nobody knows.
        let others = (0..<2 * ScanLedger.filesAtOnce).map { LedgerPath("other-\($0)") }
        try ledger.see(others + [LedgerPath("a.pcap")], run: second)
        #expect(try ledger.forget(keepingRuns: 1) == 1)
        let standings = try ledger.standings(of: [LedgerSamples.file(), gone], basis: LedgerSamples.basis)
        #expect(standings == [.settled(content: LedgerSamples.digest(9), .done), .unknown])
        #expect(try ledger.runs(limit: 9).map(\.number) == [second, 1])
    }

    @Test("Rules go with the last entry that was scanned with them")
    func rules() throws {
        var other = LedgerSamples.basis
        other.ruleSet = LedgerSamples.digest(0)
        try ledger.enter(rules: [LedgerSamples.digest(4)], of: LedgerSamples.basis.ruleSet)
        try ledger.enter(rules: [LedgerSamples.digest(5)], of: other.ruleSet)
        try ledger.record([LedgerSamples.entry()], files: [LedgerSamples.file()], run: 1)
        let second = try ledger.begin(asked: [], basis: other, host: "", now: LedgerSamples.time)
        try ledger.see([LedgerPath("a.pcap")], run: second)
        try ledger.forget(keepingRuns: 1)
        #expect(try count("rules") == 2 && count("basis") == 2, "the file is still known by the first")
        let third = try ledger.begin(asked: [], basis: other, host: "", now: LedgerSamples.time)
        try ledger.forget(keepingRuns: 1)
        #expect(try count("rules") == 1 && count("basis") == 1 && count("run") == 1)
        #expect(try ledger.rules(of: other.ruleSet, length: 32) == [LedgerSamples.digest(5)])
        #expect(try ledger.lastRun?.number == third)
    }
}
