import GRDB
import NetTypes

/// A family of rules, a victim and an attacker, and the span of time in which their detections are of one incident.
struct Subject {
    /// The incident's number in the file.
    var incident: Int64
    /// Capture time of its first detection.
    var firstAt: Timestamp
    /// Capture time of its last one so far.
    var lastAt: Timestamp

    /// Whether a detection at that time belongs to it: not further away than the window.
    func holds(_ time: Timestamp, window: Int64) -> Bool {
        time >= firstAt.advanced(by: -window) && time <= lastAt.advanced(by: window)
    }

    /// Takes a detection in.
    mutating func extend(to time: Timestamp) {
        firstAt = min(firstAt, time)
        lastAt = max(lastAt, time)
    }

    /// The one of a key that a detection at that time belongs to; nil when there is none.
    static func find(
        _ key: String, at time: Timestamp, window: Int64, _ database: Database
    ) throws -> Subject? {
        let row = try database.cachedStatement(
            sql: """
                SELECT incident, first_at, last_at FROM subject
                WHERE key = ? AND first_at <= ? AND last_at >= ? ORDER BY first_at LIMIT 1
                """)
        return try Row.fetchOne(
            row,
            arguments: [
                key, time.advanced(by: window).nanoseconds, time.advanced(by: -window).nanoseconds,
            ]
        ).map {
            Subject(
                incident: $0["incident"], firstAt: Timestamp(nanoseconds: $0["first_at"]),
                lastAt: Timestamp(nanoseconds: $0["last_at"]))
        }
    }

    /// Writes it under its key.
    func save(_ key: String, _ database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO subject (key, incident, first_at, last_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (key, incident) DO UPDATE SET first_at = excluded.first_at, last_at = excluded.last_at
                """
        ).execute(arguments: [key, incident, firstAt.nanoseconds, lastAt.nanoseconds])
    }
}
