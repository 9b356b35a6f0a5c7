import GRDB
import NetTypes

extension IncidentStore {
    /// Incidents that a filter lets through, those with the latest detection first.
    public func incidents(_ filter: IncidentFilter = IncidentFilter()) throws(StoreError) -> [Incident] {
        try attempt {
            try database.read { database in
                let (sql, arguments) = filter.condition
                var all = arguments
                all += [max(filter.limit, 0)]
                return try Row.fetchAll(
                    database,
                    sql: IncidentRow.select
                        + " WHERE \(sql) ORDER BY incident.last_at DESC, incident.number DESC LIMIT ?",
                    arguments: all
                ).map(IncidentRow.incident)
            }
        }
    }

    /// How many a filter lets through, whatever its limit.
    public func count(_ filter: IncidentFilter = IncidentFilter()) throws(StoreError) -> Int {
        try attempt {
            try database.read { database in
                let (sql, arguments) = filter.condition
                return try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM incident WHERE \(sql)", arguments: arguments) ?? 0
            }
        }
    }

    /// One incident. Throws where there is none of that name.
    public func incident(_ id: IncidentID) throws(StoreError) -> Incident {
        try attempt { try database.read { try Self.found(id, $0).incident } }
    }

    /// Detections of an incident that are kept one by one, in the order of time, at most `limit`.
    public func detections(of id: IncidentID, limit: Int = .max) throws(StoreError) -> [IncidentDetection] {
        try attempt {
            try database.read { database in
                let number = try Self.found(id, database).number
                return try Row.fetchAll(
                    database,
                    sql: DetectionRow.select
                        + " WHERE incident = ? ORDER BY timestamp, number LIMIT ?",
                    arguments: [number, max(limit, 0)]
                ).map(DetectionRow.detection)
            }
        }
    }

    /// What was done to an incident, the oldest first.
    public func journal(of id: IncidentID) throws(StoreError) -> [JournalEntry] {
        try attempt {
            try database.read { database in
                try JournalRow.entries(of: try Self.found(id, database).number, id, database)
            }
        }
    }

    /// The identifiers that begin with a text, letters in either case, at most `limit`: for people who type less.
    public func identifiers(beginningWith text: String, limit: Int = 10) throws(StoreError) -> [IncidentID] {
        try attempt {
            try database.read { database in
                try String.fetchAll(
                    database,
                    sql: """
                        SELECT id FROM incident WHERE substr(id, 1, length(?1)) = upper(?1)
                        OR substr(id, -length(?1)) = upper(?1) ORDER BY id LIMIT ?2
                        """, arguments: [text, limit]
                ).compactMap { IncidentID($0) }
            }
        }
    }

    static func found(_ id: IncidentID, _ database: Database) throws -> (number: Int64, incident: Incident) {
        let row = try Row.fetchOne(
            database, sql: IncidentRow.select + " WHERE incident.id = ?", arguments: [id.description])
        guard let row else { throw StoreError.unknownIncident(id) }
        return (row["number"], try IncidentRow.incident(row))
    }
}
