import Foundation
import GRDB
import NetTypes

/// An incident as a row of the store.
enum IncidentRow {
    /// What every question for incidents begins with.
    static let select = """
        SELECT incident.*, other.id AS merged_id
        FROM incident LEFT JOIN incident AS other ON other.number = incident.merged_into
        """

    private static let columns = [
        "id", "status", "severity", "category", "stage", "rules", "techniques", "victim", "attacker", "unit",
        "unit_id", "attacker_unit", "first_at", "last_at", "detected_at", "detections", "kept", "assignee",
        "acknowledged_at", "resolved_at", "closed_at",
    ]

    /// The incident in a row of `select`; throws where the row is not what this program writes.
    static func incident(_ row: Row) throws -> Incident {
        let text: String = row["id"]
        guard let id = IncidentID(text), let status = IncidentStatus(rawValue: row["status"]),
            let category = RuleCategory(rawValue: row["category"]),
            let stage = AttackStage(rawValue: row["stage"]), let victim = IPAddress(row["victim"] as String)
        else { throw StoreError.damaged(reason: "incident \(text)") }
        var incident = Incident(
            id: id, severity: row["severity"], category: category, rules: try decoded(row["rules"]),
            stage: stage, victim: victim, attacker: (row["attacker"] as String?).flatMap { IPAddress($0) },
            firstAt: Timestamp(nanoseconds: row["first_at"]),
            detectedAt: Timestamp(nanoseconds: row["detected_at"]))
        incident.status = status
        incident.techniques = try decoded(row["techniques"])
        incident.unit = try (row["unit"] as String?).map { try decoded($0) }
        incident.attackerUnit = try (row["attacker_unit"] as String?).map { try decoded($0) }
        incident.lastAt = Timestamp(nanoseconds: row["last_at"])
        incident.detections = UInt64(clamping: row["detections"] as Int64)
        incident.detectionsKept = UInt64(clamping: row["kept"] as Int64)
        incident.assignee = row["assignee"]
        incident.acknowledgedAt = time(row["acknowledged_at"])
        incident.resolvedAt = time(row["resolved_at"])
        incident.closedAt = time(row["closed_at"])
        incident.mergedInto = (row["merged_id"] as String?).flatMap { IncidentID($0) }
        return incident
    }

    private static func time(_ nanoseconds: Int64?) -> Timestamp? {
        nanoseconds.map { Timestamp(nanoseconds: $0) }
    }

    /// Writes a new incident, and returns its number in the file.
    static func insert(_ incident: Incident, _ database: Database) throws -> Int64 {
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        try database.execute(
            sql: "INSERT INTO incident (\(columns.joined(separator: ", "))) VALUES (\(places))",
            arguments: try arguments(incident))
        return database.lastInsertedRowID
    }

    /// Writes what changed of an incident; whom it was merged into is written elsewhere.
    static func update(_ incident: Incident, number: Int64, _ database: Database) throws {
        let sets = columns.map { "\($0) = ?" }.joined(separator: ", ")
        var arguments = try arguments(incident)
        arguments += [number]
        try database.execute(sql: "UPDATE incident SET \(sets) WHERE number = ?", arguments: arguments)
    }

    private static func arguments(_ incident: Incident) throws -> StatementArguments {
        [
            incident.id.description, incident.status.rawValue, incident.severity, incident.category.rawValue,
            incident.stage.rawValue, try encoded(incident.rules), try encoded(incident.techniques),
            incident.victim.description, incident.attacker?.description,
            try incident.unit.map { try encoded($0) }, incident.unit?.id,
            try incident.attackerUnit.map { try encoded($0) }, incident.firstAt.nanoseconds,
            incident.lastAt.nanoseconds, incident.detectedAt.nanoseconds,
            Int64(clamping: incident.detections),
            Int64(clamping: incident.detectionsKept), incident.assignee,
            incident.acknowledgedAt?.nanoseconds,
            incident.resolvedAt?.nanoseconds, incident.closedAt?.nanoseconds,
        ]
    }

    private static func encoded(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static func decoded<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}
