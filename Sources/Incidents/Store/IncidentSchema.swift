import GRDB

/// The tables of the store, version by version (docs/SCHEMA.md). A version that was published is never changed.
enum IncidentSchema {
    /// All versions, the oldest first.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1") { database in
            try incidents(database)
            try journal(database)
        }
        migrator.registerMigration("v2") { try letters($0) }
        return migrator
    }

    /// Times are nanoseconds since 1970; incidents are named by a short number inside the file.
    private static func incidents(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE about (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;

                CREATE TABLE incident (
                    number INTEGER PRIMARY KEY,
                    id TEXT NOT NULL UNIQUE,
                    status TEXT NOT NULL, severity INTEGER NOT NULL, category TEXT NOT NULL,
                    stage INTEGER NOT NULL, rules TEXT NOT NULL, techniques TEXT NOT NULL,
                    victim TEXT NOT NULL, attacker TEXT, unit TEXT, unit_id TEXT, attacker_unit TEXT,
                    first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, detected_at INTEGER NOT NULL,
                    detections INTEGER NOT NULL, kept INTEGER NOT NULL, assignee TEXT NOT NULL,
                    acknowledged_at INTEGER, resolved_at INTEGER, closed_at INTEGER,
                    merged_into INTEGER REFERENCES incident (number)
                );
                CREATE INDEX incident_victim ON incident (victim, last_at);
                CREATE INDEX incident_time ON incident (last_at);
                CREATE INDEX incident_status ON incident (status, last_at);

                CREATE TABLE subject (
                    key TEXT NOT NULL, incident INTEGER NOT NULL REFERENCES incident (number),
                    first_at INTEGER NOT NULL, last_at INTEGER NOT NULL,
                    PRIMARY KEY (key, incident)
                ) WITHOUT ROWID;
                CREATE INDEX subject_incident ON subject (incident);

                CREATE TABLE detection (
                    number INTEGER PRIMARY KEY,
                    incident INTEGER NOT NULL REFERENCES incident (number),
                    timestamp INTEGER NOT NULL
                );
                CREATE INDEX detection_incident ON detection (incident);
                CREATE INDEX detection_time ON detection (timestamp);

                CREATE TABLE detail (
                    number INTEGER PRIMARY KEY REFERENCES detection (number) ON DELETE CASCADE,
                    rule TEXT NOT NULL, signature INTEGER NOT NULL, severity INTEGER NOT NULL,
                    rule_set TEXT NOT NULL, to_server INTEGER NOT NULL, flow INTEGER NOT NULL,
                    client TEXT NOT NULL, client_port INTEGER NOT NULL,
                    server TEXT NOT NULL, server_port INTEGER NOT NULL,
                    transport INTEGER NOT NULL, community TEXT NOT NULL,
                    object_kind TEXT NOT NULL, object_name TEXT NOT NULL, object_size INTEGER NOT NULL,
                    object_sha256 BLOB, object_complete INTEGER NOT NULL,
                    first_frame INTEGER NOT NULL, last_frame INTEGER NOT NULL,
                    source TEXT NOT NULL, event TEXT NOT NULL
                );
                CREATE INDEX detail_rule ON detail (rule);
                """)
    }

    /// What was done, and what is on its way out.
    private static func journal(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE journal (
                    number INTEGER PRIMARY KEY AUTOINCREMENT,
                    timestamp INTEGER NOT NULL, person TEXT NOT NULL, incident INTEGER, action TEXT NOT NULL,
                    detail TEXT NOT NULL, note TEXT NOT NULL
                );
                CREATE INDEX journal_incident ON journal (incident, number);
                CREATE TRIGGER journal_keeps BEFORE DELETE ON journal
                    BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END;
                CREATE TRIGGER journal_stays BEFORE UPDATE ON journal
                    BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END;

                CREATE TABLE outgoing (
                    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
                    id TEXT NOT NULL, type TEXT NOT NULL, severity INTEGER NOT NULL, unit TEXT NOT NULL,
                    category TEXT NOT NULL, timestamp INTEGER NOT NULL, secret INTEGER NOT NULL,
                    line TEXT NOT NULL
                );
                CREATE TABLE sink (
                    name TEXT PRIMARY KEY NOT NULL, confirmed INTEGER NOT NULL, dropped INTEGER NOT NULL
                ) WITHOUT ROWID;
                """)
    }

    /// Events that are for some sinks only, and what a mail says in their place.
    private static func letters(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE outgoing ADD COLUMN recipients TEXT NOT NULL DEFAULT '';
                ALTER TABLE outgoing ADD COLUMN subject TEXT;
                ALTER TABLE outgoing ADD COLUMN text TEXT;
                """)
    }
}
