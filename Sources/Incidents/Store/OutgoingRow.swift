import GRDB
import NetTypes

/// An event on its way out as a row of the store.
enum OutgoingRow {
    /// Adds the events of new detections and of changes. Without a sink there is nobody to keep them for. Beyond `most`
    /// the oldest give way, and each sink that had not sent them counts them.
    static func append(
        _ reports: [ReportedDetection], _ changes: [IncidentChange], _ line: (IncidentChange) -> String,
        most: Int, _ database: Database
    ) throws {
        guard try Row.fetchOne(database, sql: "SELECT 1 FROM sink LIMIT 1") != nil else { return }
        // Of a flood only the newest would be left anyway.
        for report in reports.suffix(most) {
            let detection = report.detection
            try append(
                OutgoingEvent(
                    sequence: 0, id: String(detection.number, radix: 16), type: "alert",
                    severity: report.severity, unit: report.roles.victimUnit?.id ?? "",
                    category: report.category, timestamp: detection.timestamp, isSecret: report.isSecret,
                    line: detection.event), database)
        }
        try append(changes, line, database)
        try bound(database, most)
    }

    /// Adds the events of changes.
    static func append(
        _ changes: [IncidentChange], _ line: (IncidentChange) -> String, _ database: Database
    ) throws {
        guard try Row.fetchOne(database, sql: "SELECT 1 FROM sink LIMIT 1") != nil else { return }
        for change in changes {
            let incident = change.incident
            try append(
                OutgoingEvent(
                    sequence: 0, id: "\(incident.id).\(change.kind.rawValue)", type: "incident",
                    severity: incident.severity, unit: incident.unit?.id ?? "", category: incident.category,
                    timestamp: incident.lastAt, isSecret: incident.isSecret, line: line(change)), database)
        }
    }

    /// Adds one event. Beyond `most` the oldest give way.
    static func append(_ event: OutgoingEvent, most: Int, _ database: Database) throws {
        try append(event, database)
        try bound(database, most)
    }

    private static func append(_ event: OutgoingEvent, _ database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO outgoing (id, type, severity, unit, category, timestamp, secret, line, recipients,
                    subject, text)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            event.id, event.type, event.severity, event.unit, event.category.rawValue,
            event.timestamp.nanoseconds, event.isSecret, event.line,
            event.recipients.joined(separator: " "), event.letter?.subject, event.letter?.text,
        ])
    }

    private static func bound(_ database: Database, _ most: Int) throws {
        let last = try Int64.fetchOne(database, sql: "SELECT max(sequence) FROM outgoing") ?? 0
        let oldest = last - Int64(most)
        try database.execute(
            sql: """
                UPDATE sink SET dropped = dropped + ? - confirmed, confirmed = ? WHERE confirmed < ?
                """, arguments: [oldest, oldest, oldest])
        if database.changesCount > 0 {
            try database.execute(sql: "DELETE FROM outgoing WHERE sequence <= ?", arguments: [oldest])
        }
    }

    /// The event in a row. The same may happen to an incident twice, and a digest may be asked for twice, so the place in
    /// the order is part of the name.
    static func event(_ row: Row) -> OutgoingEvent {
        let (sequence, id, type): (Int64, String, String) = (row["sequence"], row["id"], row["type"])
        let recipients: String = row["recipients"]
        var event = OutgoingEvent(
            sequence: sequence, id: type == "alert" ? id : "\(id).\(sequence)", type: type,
            severity: row["severity"],
            unit: row["unit"], category: RuleCategory(rawValue: row["category"]) ?? .other,
            timestamp: Timestamp(nanoseconds: row["timestamp"]), isSecret: row["secret"], line: row["line"])
        event.recipients = recipients.split(separator: " ").map(String.init)
        if let subject: String = row["subject"], let text: String = row["text"] {
            event.letter = OutgoingEvent.Letter(subject: subject, text: text)
        }
        return event
    }
}
