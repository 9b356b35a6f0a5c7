/// The tables of the store as each version had them, on one line each.
enum StoreSchemas {
    /// Version 1.
    static let first = [
        #"""
        CREATE TABLE about (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID
        """#,
        #"""
        CREATE TABLE detail ( number INTEGER PRIMARY KEY REFERENCES detection (number) ON DELETE \#
        CASCADE, rule TEXT NOT NULL, signature INTEGER NOT NULL, severity INTEGER NOT NULL, rule_set \#
        TEXT NOT NULL, to_server INTEGER NOT NULL, flow INTEGER NOT NULL, client TEXT NOT NULL, \#
        client_port INTEGER NOT NULL, server TEXT NOT NULL, server_port INTEGER NOT NULL, transport \#
        INTEGER NOT NULL, community TEXT NOT NULL, object_kind TEXT NOT NULL, object_name TEXT NOT \#
        NULL, object_size INTEGER NOT NULL, object_sha256 BLOB, object_complete INTEGER NOT NULL, \#
        first_frame INTEGER NOT NULL, last_frame INTEGER NOT NULL, source TEXT NOT NULL, event TEXT \#
        NOT NULL )
        """#,
        #"""
        CREATE INDEX detail_rule ON detail (rule)
        """#,
        #"""
        CREATE TABLE detection ( number INTEGER PRIMARY KEY, incident INTEGER NOT NULL REFERENCES \#
        incident (number), timestamp INTEGER NOT NULL )
        """#,
        #"""
        CREATE INDEX detection_incident ON detection (incident)
        """#,
        #"""
        CREATE INDEX detection_time ON detection (timestamp)
        """#,
        #"""
        CREATE TABLE incident ( number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, status TEXT NOT \#
        NULL, severity INTEGER NOT NULL, category TEXT NOT NULL, stage INTEGER NOT NULL, rules TEXT \#
        NOT NULL, techniques TEXT NOT NULL, victim TEXT NOT NULL, attacker TEXT, unit TEXT, unit_id \#
        TEXT, attacker_unit TEXT, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, detected_at \#
        INTEGER NOT NULL, detections INTEGER NOT NULL, kept INTEGER NOT NULL, assignee TEXT NOT \#
        NULL, acknowledged_at INTEGER, resolved_at INTEGER, closed_at INTEGER, merged_into INTEGER \#
        REFERENCES incident (number) )
        """#,
        #"""
        CREATE INDEX incident_status ON incident (status, last_at)
        """#,
        #"""
        CREATE INDEX incident_time ON incident (last_at)
        """#,
        #"""
        CREATE INDEX incident_victim ON incident (victim, last_at)
        """#,
        #"""
        CREATE TABLE journal ( number INTEGER PRIMARY KEY AUTOINCREMENT, timestamp INTEGER NOT NULL, \#
        person TEXT NOT NULL, incident INTEGER, action TEXT NOT NULL, detail TEXT NOT NULL, note \#
        TEXT NOT NULL )
        """#,
        #"""
        CREATE INDEX journal_incident ON journal (incident, number)
        """#,
        #"""
        CREATE TRIGGER journal_keeps BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal \#
        is only ever added to'); END
        """#,
        #"""
        CREATE TRIGGER journal_stays BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal \#
        is only ever added to'); END
        """#,
        #"""
        CREATE TABLE outgoing ( sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, type \#
        TEXT NOT NULL, severity INTEGER NOT NULL, unit TEXT NOT NULL, category TEXT NOT NULL, \#
        timestamp INTEGER NOT NULL, secret INTEGER NOT NULL, line TEXT NOT NULL )
        """#,
        #"""
        CREATE TABLE sink ( name TEXT PRIMARY KEY NOT NULL, confirmed INTEGER NOT NULL, dropped \#
        INTEGER NOT NULL ) WITHOUT ROWID
        """#,
        #"""
        CREATE TABLE subject ( key TEXT NOT NULL, incident INTEGER NOT NULL REFERENCES incident \#
        (number), first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, PRIMARY KEY (key, incident) ) \#
        WITHOUT ROWID
        """#,
        #"""
        CREATE INDEX subject_incident ON subject (incident)
        """#,
    ]

    /// Version 2: events that are for some sinks only, and what a mail says in their place.
    static let second = first.map { table in
        table.hasPrefix("CREATE TABLE outgoing ")
            ? table.dropLast(1) + ", recipients TEXT NOT NULL DEFAULT '', subject TEXT, text TEXT)" : table
    }
}
