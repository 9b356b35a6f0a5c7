import GRDB
import NetTypes

/// A line of the journal as a row of the store.
enum JournalRow {
    /// Adds a line; its own number and incident do not count.
    static func append(_ entry: JournalEntry, incident: Int64?, _ database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO journal (timestamp, person, incident, action, detail, note)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            entry.timestamp.nanoseconds, entry.person, incident, entry.action.rawValue, entry.detail,
            entry.note,
        ])
    }

    /// The lines of an incident, the oldest first.
    static func entries(of incident: Int64, _ id: IncidentID, _ database: Database) throws -> [JournalEntry] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM journal WHERE incident = ? ORDER BY number", arguments: [incident]
        ).map { row in
            guard let action = JournalEntry.Action(rawValue: row["action"]) else {
                throw StoreError.damaged(reason: "journal")
            }
            return JournalEntry(
                number: row["number"], timestamp: Timestamp(nanoseconds: row["timestamp"]),
                person: row["person"], incident: id, action: action, detail: row["detail"], note: row["note"])
        }
    }
}
