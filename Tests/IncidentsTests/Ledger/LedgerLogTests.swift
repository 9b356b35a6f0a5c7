import Foundation
import NetTypes
import TestSupport
import Testing

@testable import Incidents

@Suite("How far an event log is committed")
struct LedgerLogTests {
    private let folder: TestFolder
    private var log: LedgerPath { LedgerPath(folder.path + "/eve.json") }
    private var ledger: ScanLedger

    init() throws {
        folder = try TestFolder()
        ledger = try ScanLedger(path: folder.path + "/ledger.db")
        try ledger.hold(now: LedgerSamples.time)
    }

    private func append(_ text: String) throws {
        let file = URL(fileURLWithPath: folder.path + "/eve.json")
        let old = (try? Data(contentsOf: file)) ?? Data()
        if old.isEmpty {
            try folder.write("eve.json", Array(text.utf8))
        } else {
            let handle = try FileHandle(forWritingTo: file)
            try handle.seekToEnd()
            try handle.write(contentsOf: Data(text.utf8))
            try handle.close()
        }
    }

    private func text() throws -> String {
        try String(contentsOfFile: folder.path + "/eve.json", encoding: .utf8)
    }

    @Test("What was written for a file that was never recorded is cut off, and not a byte more")
    func cut() throws {
        try append("earlier\n")
        let run = try LedgerSamples.begin(ledger, log: LedgerLog.synced(path: log))
        try append("cut off in the first fi")
        try #require(try ledger.committedOffset(of: log, run: run)).cut()
        #expect(try text() == "earlier\n")
        try append("first\n")
        try ledger.record([LedgerSamples.entry()], log: LedgerLog.synced(path: log), run: run)
        try append("second\nthi")
        let committed = try #require(try ledger.committedOffset(of: log, run: run))
        #expect(committed.offset == 14)
        #expect(try committed.cut() == 10)
        #expect(try text() == "earlier\nfirst\n")
        #expect(try committed.cut() == 0)
    }

    @Test("A log that only another run wrote to, or that is new under that name, has nothing to be cut")
    func others() throws {
        try append("one\n")
        let first = try LedgerSamples.begin(ledger, log: LedgerLog.synced(path: log))
        let second = try LedgerSamples.begin(ledger)
        #expect(try ledger.committedOffset(of: log, run: second) == nil)
        #expect(try ledger.committedOffset(of: log, run: first)?.offset == 4)
        let committed = try #require(try ledger.committedOffset(of: log, run: first))
        try FileManager.default.moveItem(atPath: folder.path + "/eve.json", toPath: folder.path + "/eve.1")
        #expect(try ledger.committedOffset(of: log, run: first) == nil)
        try append("fresh and longer\n")
        #expect(try ledger.committedOffset(of: log, run: first) == nil)
        #expect(throws: LedgerError.logChanged(path: log)) { try committed.cut() }
        #expect(try text() == "fresh and longer\n")
    }

    @Test("A log that has lost committed lines is said to have, and is left as it is")
    func shorter() throws {
        try append("one\ntwo\n")
        let run = try LedgerSamples.begin(ledger, log: LedgerLog.synced(path: log))
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path + "/eve.json"))
        try file.truncate(atOffset: 4)
        let committed = try #require(try ledger.committedOffset(of: log, run: run))
        #expect(throws: LedgerError.logChanged(path: log)) { try committed.cut() }
        #expect(try text() == "one\n")
    }

    @Test("What is no file is no log")
    func noFile() throws {
        #expect(throws: LedgerError.logChanged(path: LedgerPath(folder.path))) {
            try LedgerLog.synced(path: LedgerPath(folder.path))
        }
        #expect {
            try LedgerLog.synced(path: log)
        } throws: { error in
            if case LedgerError.cannotOpen = error { true } else { false }
        }
        #expect(try ledger.committedOffset(of: log, run: 1) == nil)
    }
}
