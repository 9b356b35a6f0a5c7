import GRDB
import NetTypes
import Synchronization
import TestSupport
import Testing

@testable import Incidents

@Suite("Which files the ledger lets be left out")
struct LedgerStandingTests {
    private let folder: TestFolder
    private let ledger: ScanLedger
    private let content = LedgerSamples.digest(9)

    init() throws {
        folder = try TestFolder()
        ledger = try LedgerSamples.ledger(folder.path + "/ledger.db")
    }

    private func standing(
        _ file: LedgerFile, _ basis: LedgerBasis = LedgerSamples.basis
    ) throws -> LedgerStanding? {
        try ledger.standings(of: [file], basis: basis).first
    }

    @Test("What was scanned and cannot show more is left out, the rest is due", arguments: 0..<5)
    func verdicts(number: Int) throws {
        let (verdict, settled) = LedgerValueTests.verdicts[number]
        let file = LedgerSamples.file()
        try ledger.record([LedgerSamples.entry(verdict)], files: [file], run: 1)
        let expected: LedgerStanding =
            settled ? .settled(content: content, verdict) : .due(content: content, last: verdict)
        #expect(try standing(file) == expected)
        #expect(try ledger.standing(ofContent: content, basis: LedgerSamples.basis) == expected)
    }

    @Test("A file of which anything changed is unknown until it is read")
    func changed() throws {
        let file = LedgerSamples.file()
        try ledger.record([LedgerSamples.entry()], files: [file], run: 1)
        let changes: [WritableKeyPath<LedgerIdentity, UInt64>] = [\.device, \.inode, \.size]
        for change in changes {
            var other = file
            other.identity[keyPath: change] += 1
            #expect(try standing(other) == .unknown)
        }
        let times: [WritableKeyPath<LedgerIdentity, Int64>] = [\.modified, \.changed]
        for time in times {
            for step: Int64 in [-1, 1] {
                var other = file
                other.identity[keyPath: time] += step
                #expect(try standing(other) == .unknown)
            }
        }
        #expect(try standing(LedgerSamples.file("b.pcap")) == .unknown)
        #expect(try standing(file) == .settled(content: content, .done))
    }

    @Test("Another engine or other options make it due, and nothing that was known is lost")
    func basis() throws {
        let file = LedgerSamples.file()
        try ledger.record([LedgerSamples.entry()], files: [file], run: 1)
        var (engine, options) = (LedgerSamples.basis, LedgerSamples.basis)
        engine.engine = "1.1"
        options.options[31] ^= 1
        for other in [engine, options] {
            #expect(try standing(file, other) == .due(content: content, last: nil))
            #expect(
                try ledger.standing(ofContent: content, basis: other) == .due(content: content, last: nil))
            try ledger.record([LedgerSamples.entry(.failed(reason: "x"), basis: other)], run: 1)
            #expect(try standing(file, other) == .due(content: content, last: .failed(reason: "x")))
        }
        #expect(try standing(file) == .settled(content: content, .done))
    }

    @Test(
        "With other rules it is known as scanned with older ones, by the latest that settled it, until a hunt settles it too"
    )
    func older() throws {
        let file = LedgerSamples.file()
        try ledger.record([LedgerSamples.entry()], files: [file], run: 1)
        var (second, third) = (LedgerSamples.basis, LedgerSamples.basis)
        second.ruleSet[0] ^= 1
        third.ruleSet[0] ^= 2
        let first = LedgerStanding.older(
            content: content, .done, ruleSet: LedgerSamples.basis.ruleSet, run: 1)
        #expect(try standing(file, second) == first && !first.isSettled)
        #expect(try ledger.standing(ofContent: content, basis: second) == first)
        try ledger.record([LedgerSamples.entry(.failed(reason: "x"), basis: second)], run: 1)
        #expect(try standing(file, second) == first, "what failed has settled nothing")
        var hunted = LedgerSamples.entry(basis: second)
        hunted.kind = .hunt
        try ledger.record([hunted], run: 1)
        #expect(try standing(file, second) == .settled(content: content, .done))
        #expect(
            try standing(file, third) == .older(content: content, .done, ruleSet: second.ruleSet, run: 1))
        #expect(try ledger.entries(ofRun: 1).last?.kind == .hunt)
    }

    @Test("The rules of a set are kept as they were entered, and sizes tell what cannot be known")
    func rules() throws {
        let digests = [[UInt8](repeating: 7, count: 16), [UInt8](repeating: 3, count: 16)]
        try ledger.enter(rules: digests, of: [1, 2])
        #expect(try ledger.rules(of: [1, 2], length: 16) == Set(digests))
        #expect(try ledger.rules(of: [9], length: 16) == nil)
        #expect(try ledger.rules(of: [1, 2], length: 5) == nil, "not a whole number of them")
        #expect(try ledger.sizes().isEmpty)
        try ledger.record([LedgerSamples.entry()], files: [LedgerSamples.file()], run: 1)
        #expect(try ledger.sizes() == [LedgerSamples.entry().size])
    }

    @Test("A file that was moved or copied is known by its bytes, and under its new name from then on")
    func moved() throws {
        try ledger.record([LedgerSamples.entry()], files: [LedgerSamples.file()], run: 1)
        let copy = LedgerSamples.file("copy.pcap", LedgerSamples.identity(2))
        #expect(try standing(copy) == .unknown)
        #expect(
            try ledger.standing(ofContent: content, basis: LedgerSamples.basis)
                == .settled(content: content, .done))
        try ledger.record([], files: [copy], run: 1)
        #expect(try standing(copy) == .settled(content: content, .done))
        #expect(try standing(LedgerSamples.file()) == .settled(content: content, .done))
        #expect(
            try ledger.standing(ofContent: LedgerSamples.digest(8), basis: LedgerSamples.basis)
                == .due(content: LedgerSamples.digest(8), last: nil))
    }

    @Test("A failure later does not undo what was scanned, and of failures the latest counts")
    func failedAgain() throws {
        let file = LedgerSamples.file()
        try ledger.record([LedgerSamples.entry(.failed(reason: "1"))], files: [file], run: 1)
        let runs = try (0..<3).map { _ in try LedgerSamples.begin(ledger) }
        try ledger.record([LedgerSamples.entry(.failed(reason: "2"))], run: runs[0])
        #expect(try standing(file) == .due(content: content, last: .failed(reason: "2")))
        try ledger.record([LedgerSamples.entry(.done)], run: runs[1])
        try ledger.record([LedgerSamples.entry(.failed(reason: "3"))], run: runs[2])
        #expect(try standing(file) == .settled(content: content, .done))
    }

    @Test("Names that are no text are told apart")
    func names() throws {
        let (one, other) = (LedgerPath(bytes: [0xff, 0x0a]), LedgerPath(bytes: [0xfe, 0x0a]))
        let file = LedgerFile(path: one, identity: LedgerSamples.identity(), content: content)
        var entry = LedgerSamples.entry()
        entry.path = one
        try ledger.record([entry], files: [file], run: 1)
        #expect(try standing(file) == .settled(content: content, .done))
        #expect(try standing(LedgerFile(path: other, identity: file.identity)) == .unknown)
        #expect(try ledger.entries(ofRun: 1).map(\.path) == [one])
    }

    @Test("Ten thousand known files are looked up with a few statements, in their order")
    func many() throws {
        let files = (0..<10_000).map {
            LedgerSamples.file("night/\($0).pcap", LedgerSamples.identity(UInt64($0)))
        }
        try ledger.record([LedgerSamples.entry()], files: files, run: 1)
        let statements = Mutex(0)
        try ledger.database.read { database in
            database.trace { _ in statements.withLock { $0 += 1 } }
        }
        var asked = Array(files.reversed())
        asked.insert(LedgerSamples.file("new.pcap"), at: 777)
        let standings = try ledger.standings(of: asked, basis: LedgerSamples.basis)
        #expect(standings.count == 10_001 && standings[777] == .unknown)
        #expect(standings.filter { $0 == .settled(content: content, .done) }.count == 10_000)
        let most = asked.count / ScanLedger.filesAtOnce + 10
        #expect((1...most).contains(statements.withLock { $0 }))
    }
}
