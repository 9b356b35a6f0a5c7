import GRDB
import NetTypes
import TestSupport
import Testing

@testable import Incidents

@Suite("Versions of the ledger's file")
struct LedgerSchemaTests {
    @Test("A version that was published is not changed: another one is added")
    func published() throws {
        let folder = try TestFolder()
        try ScanLedger(path: folder.path + "/ledger.db").close()
        let (tables, name) = try DatabaseQueue(path: folder.path + "/ledger.db").read { database in
            let sql = """
                SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
                AND name <> 'grdb_migrations' ORDER BY name
                """
            let tables = try String.fetchAll(database, sql: sql)
            return (tables, try Int64.fetchOne(database, sql: "PRAGMA application_id"))
        }
        #expect(tables.map { $0.split { $0.isWhitespace }.joined(separator: " ") } == LedgerSchemas.first)
        #expect(name == 0x4844_6c67)
    }

    @Test("A file of every older version is brought up to date with what is in it")
    func older() throws {
        let folder = try TestFolder()
        let path = folder.path + "/old.db"
        let raw = try DatabaseQueue(path: path)
        try raw.writeWithoutTransaction { database in
            let tables = LedgerSchemas.first
            for sql in tables.filter({ $0.hasPrefix("CREATE TABLE") })
                + tables.filter({ !$0.hasPrefix("CREATE TABLE") })
            {
                try database.execute(sql: sql)
            }
            try database.execute(
                sql: """
                    PRAGMA application_id = 1212443751;
                    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
                    INSERT INTO grdb_migrations VALUES ('ledger v1');
                    INSERT INTO basis VALUES (1, x'01', '0.9', x'02');
                    INSERT INTO run (started, asked, basis, host) VALUES (1, x'6100', 1, 'old');
                    """)
        }
        try raw.close()
        let ledger = try ScanLedger(path: path, creates: false)
        let basis = LedgerBasis(ruleSet: [1], engine: "0.9", options: [2])
        let run = LedgerRun(
            number: 1, started: Timestamp(nanoseconds: 1), asked: [LedgerPath("a")], basis: basis, host: "old"
        )
        #expect(try ledger.lastRun == run)
        try ledger.hold(now: LedgerSamples.time)
        try ledger.record([LedgerSamples.entry()], files: [LedgerSamples.file()], run: 1)
    }

    @Test("A file whose making was cut off before its first table is made ready")
    func cutOff() throws {
        let folder = try TestFolder()
        let path = folder.path + "/new.db"
        let raw = try DatabaseQueue(path: path)
        try raw.write {
            try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        }
        try raw.close()
        #expect(try ScanLedger(path: path).lastRun == nil)
    }
}
