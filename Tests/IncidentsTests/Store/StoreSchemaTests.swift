import GRDB
import Incidents
import NetTypes
import TestSupport
import Testing

@Suite("Versions of the store's file")
struct StoreSchemaTests {
    private static func tables(_ path: String) throws -> [String] {
        try DatabaseQueue(path: path).read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
                    AND name <> 'grdb_migrations' ORDER BY name
                    """
            ).map { $0.split { $0.isWhitespace }.joined(separator: " ") }
        }
    }

    @Test("A version that was published is not changed: another one is added")
    func published() throws {
        let folder = try TestFolder()
        try IncidentStore(path: folder.path + "/incidents.db").close()
        #expect(try Self.tables(folder.path + "/incidents.db") == StoreSchemas.second)
    }

    @Test(
        "A file of every older version is brought up to date with what is in it",
        arguments: [StoreSchemas.first])
    func older(tables: [String]) throws {
        let folder = try TestFolder()
        let path = folder.path + "/old.db"
        let raw = try DatabaseQueue(path: path)
        try raw.write { database in
            // Indices and triggers come after the tables that they are of.
            for sql in tables.sorted(by: { Self.rank($0) < Self.rank($1) }) { try database.execute(sql: sql) }
            try database.execute(
                sql: """
                    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
                    INSERT INTO grdb_migrations VALUES ('v1');
                    INSERT INTO about VALUES ('kind', 'real');
                    INSERT INTO incident (id, status, severity, category, stage, rules, techniques, victim,
                        first_at, last_at, detected_at, detections, kept, assignee)
                    VALUES ('HD-20261128-00000000', 'new', 2, 'malware', 2, '[]', '[]', '192.0.2.1', 1, 2, 3, 0, 0, 'an');
                    INSERT INTO journal (timestamp, person, incident, action, detail, note)
                    VALUES (4, 'an', 1, 'noted', '', 'old');
                    """)
        }
        try raw.close()
        let store = try IncidentStore(path: path, creates: false)
        let incident = try #require(try store.incidents().first)
        #expect(incident.assignee == "an" && incident.severity == 2)
        #expect(try store.journal(of: incident.id).map(\.note) == ["old"])
        try store.record([Happening()])
        #expect(try store.count() == 2)
    }

    private static func rank(_ sql: String) -> Int {
        sql.hasPrefix("CREATE TABLE") ? 0 : 1
    }
}
