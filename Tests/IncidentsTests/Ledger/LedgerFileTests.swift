import Foundation
import GRDB
import NetTypes
import TestSupport
import Testing

@testable import Incidents

@Suite("The file of the ledger, and what can be wrong with it")
struct LedgerFileTests {
    private let folder: TestFolder
    private var path: String { folder.path + "/ledger.db" }

    init() throws { folder = try TestFolder() }

    @Test("It and its lock are for their owner and group only, and lasting when a call returns")
    func mode() throws {
        let ledger = try LedgerSamples.ledger(path)
        for path in [path, path + ".lock"] {
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect((mode ?? 0o777) & 0o137 == 0)
        }
        let modes = try ledger.database.writeWithoutTransaction { database in
            (
                try Int.fetchOne(database, sql: "PRAGMA synchronous"),
                try String.fetchOne(database, sql: "PRAGMA journal_mode")
            )
        }
        #expect(modes == (2, "wal"))
    }

    @Test("One of a later version is refused, and left as it is")
    func newer() throws {
        try ScanLedger(path: path).close()
        let raw = try DatabaseQueue(path: path)
        try raw.write {
            try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('ledger v2')")
        }
        try raw.close()
        #expect(throws: LedgerError.newerVersion(path: path)) { try ScanLedger(path: path) }
    }

    @Test("The store of incidents is no ledger, nor the other way round")
    func other() throws {
        try IncidentStore(path: path).close()
        let before = try tables()
        #expect(throws: LedgerError.noLedger(path: path)) { try ScanLedger(path: path) }
        #expect(try tables() == before)
        let ledger = folder.path + "/other.db"
        try ScanLedger(path: ledger).close()
        #expect(throws: StoreError.self) { try IncidentStore(path: ledger, isDrill: nil) }
    }

    private func tables() throws -> [String] {
        try DatabaseQueue(path: path).read { database in
            try String.fetchAll(database, sql: "SELECT name FROM sqlite_master ORDER BY name")
        }
    }

    @Test("What is no database is said to be none, and is not written over")
    func noDatabase() throws {
        let text = Array(String(repeating: "This is not a database. ", count: 20).utf8)
        try folder.write("ledger.db", text)
        #expect {
            try ScanLedger(path: path)
        } throws: { error in
            if case LedgerError.damaged = error { true } else { false }
        }
        #expect(FileManager.default.contents(atPath: path) == Data(text))
    }

    @Test("A ledger that is damaged inside is said to be so")
    func damaged() throws {
        let ledger = try LedgerSamples.ledger(path)
        try ledger.record([LedgerSamples.entry()], files: [LedgerSamples.file()], run: 1)
        _ = try ledger.database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        try ledger.close()
        var bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
        for place in 4096..<bytes.count { bytes[place] = 0xa5 }
        try folder.write("ledger.db", bytes)
        #expect {
            _ = try ScanLedger(path: path).entries(ofRun: 1)
        } throws: { error in
            if case LedgerError.damaged = error { true } else { false }
        }
    }

    @Test("A row that this program did not write is damage, and no verdict")
    func foreignRow() throws {
        let ledger = try LedgerSamples.ledger(path)
        try ledger.record([LedgerSamples.entry()], files: [LedgerSamples.file()], run: 1)
        try ledger.database.write { try $0.execute(sql: "UPDATE entry SET verdict = 'clean'") }
        let damage = LedgerError.damaged(reason: "verdict clean")
        #expect(throws: damage) { try ledger.entries(ofRun: 1) }
        #expect(throws: damage) {
            try ledger.standings(of: [LedgerSamples.file()], basis: LedgerSamples.basis)
        }
    }

    @Test("One that cannot be made or is not there is an error")
    func cannotOpen() throws {
        #expect(throws: LedgerError.cannotOpen(path: path, reason: "No such file or directory")) {
            try ScanLedger(path: path, creates: false)
        }
        for path in [folder.path, folder.path + "/none/ledger.db", "/proc/ledger.db"] {
            #expect {
                try ScanLedger(path: path)
            } throws: { error in
                if case LedgerError.cannotOpen = error { true } else { false }
            }
        }
    }

    @Test("While another process writes a call fails in time")
    func locked() throws {
        let ledger = try LedgerSamples.ledger(path)
        try ledger.close()
        let impatient = try ScanLedger(path: path, patience: 0.05)
        try impatient.hold(now: LedgerSamples.time)
        try DatabaseQueue(path: path).inDatabase { database in
            try database.execute(sql: "BEGIN IMMEDIATE")
            #expect(throws: LedgerError.locked) {
                try impatient.record([LedgerSamples.entry()], run: 1)
            }
            try database.execute(sql: "ROLLBACK")
        }
        try impatient.record([LedgerSamples.entry()], run: 1)
    }

    @Test("A disk that is full fails the call, keeps what was there, and works again with room")
    func full() throws {
        let ledger = try LedgerSamples.ledger(path)
        try ledger.record([LedgerSamples.entry()], files: [LedgerSamples.file()], run: 1)
        try limit(ledger, pages: 1)
        let many = (0..<2_000).map { LedgerSamples.file("\($0)") }
        #expect(throws: LedgerError.full) {
            try ledger.record([LedgerSamples.entry("b", content: 8)], files: many, run: 1)
        }
        #expect(try ledger.entries(ofRun: 1) == [LedgerSamples.entry()])
        try limit(ledger, pages: 4_294_967_294)
        try ledger.record([LedgerSamples.entry("b", content: 8)], files: many, run: 1)
        #expect(try ledger.entries(ofRun: 1).count == 2)
    }

    private func limit(_ ledger: ScanLedger, pages: Int) throws {
        try ledger.database.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
    }
}
