import GRDB

extension IncidentStore: Outbox {
    /// Says which sinks there are: events wait for these from now on, and no longer for others. One that is new begins with
    /// what comes after.
    public func register(sinks names: [String]) throws(StoreError) {
        try attempt {
            try database.write { database in
                let last =
                    try Int64.fetchOne(
                        database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'outgoing'") ?? 0
                for name in names {
                    try database.execute(
                        sql: "INSERT OR IGNORE INTO sink (name, confirmed, dropped) VALUES (?, ?, 0)",
                        arguments: [name, last])
                }
                let known = try String.fetchAll(database, sql: "SELECT name FROM sink")
                for name in known where !names.contains(name) {
                    try database.execute(sql: "DELETE FROM sink WHERE name = ?", arguments: [name])
                }
                try Self.removeConfirmed(database)
            }
        }
    }

    /// Puts an event behind those that wait, for the sinks that it names or all that want it; it gets its place there. Without
    /// a registered sink there is nobody to keep it for.
    public func queue(_ event: OutgoingEvent) throws(StoreError) {
        try attempt {
            try database.write { database in
                guard try Row.fetchOne(database, sql: "SELECT 1 FROM sink LIMIT 1") != nil else { return }
                try OutgoingRow.append(event, most: mostOutgoing, database)
            }
        }
    }

    /// The next events that a sink has not confirmed, the oldest first.
    public func pending(for sink: String, limit: Int) throws(StoreError) -> [OutgoingEvent] {
        try attempt {
            try database.read { database in
                try Row.fetchAll(
                    database,
                    sql: """
                        SELECT * FROM outgoing
                        WHERE sequence > (SELECT confirmed FROM sink WHERE name = ?) ORDER BY sequence LIMIT ?
                        """, arguments: [sink, max(limit, 0)]
                ).map(OutgoingRow.event)
            }
        }
    }

    /// A sink's receiver has everything up to there. What all have is removed.
    public func confirm(through sequence: Int64, for sink: String) throws(StoreError) {
        try attempt {
            try database.write { database in
                try database.execute(
                    sql: "UPDATE sink SET confirmed = max(confirmed, ?) WHERE name = ?",
                    arguments: [sequence, sink])
                try Self.removeConfirmed(database)
            }
        }
    }

    /// Events that gave way before a sink had sent them, by its name.
    public func dropped() throws(StoreError) -> [String: UInt64] {
        try attempt {
            try database.read { database in
                let rows = try Row.fetchAll(database, sql: "SELECT name, dropped FROM sink")
                let pairs = rows.map {
                    ($0["name"] as String, UInt64(clamping: $0["dropped"] as Int64))
                }
                return Dictionary(pairs) { first, _ in first }
            }
        }
    }

    private static func removeConfirmed(_ database: Database) throws {
        try database.execute(
            sql: """
                DELETE FROM outgoing
                WHERE sequence <= coalesce((SELECT min(confirmed) FROM sink), 9223372036854775807)
                """)
    }
}
