import GRDB
import NetTypes

/// A detection as rows of the store: every one has a thin row, some have a detailed one.
enum DetectionRow {
    /// What every question for detections begins with.
    static let select = "SELECT * FROM detection JOIN detail USING (number)"

    /// Writes the thin row.
    static func insert(_ detection: IncidentDetection, of incident: Int64, _ database: Database) throws {
        try database.cachedStatement(
            sql: "INSERT INTO detection (number, incident, timestamp) VALUES (?, ?, ?)"
        ).execute(arguments: [detection.number, incident, detection.timestamp.nanoseconds])
    }

    /// Writes the detailed row.
    static func insertDetail(_ detection: IncidentDetection, _ database: Database) throws {
        let marks = Array(repeating: "?", count: 21).joined(separator: ", ")
        try database.cachedStatement(
            sql: """
                INSERT INTO detail (number, rule, signature, severity, rule_set, to_server, flow, client,
                    client_port, server, server_port, transport, community, object_kind, object_name,
                    object_size, object_sha256, object_complete, first_frame, last_frame, source, event)
                VALUES (?, \(marks))
                """
        ).execute(arguments: [
            detection.number, detection.rule, Int64(detection.signatureID), detection.severity,
            detection.ruleSetSHA256, detection.direction == .toServer, Int64(clamping: detection.flowID),
            detection.client.address.description, Int64(detection.client.port),
            detection.server.address.description, Int64(detection.server.port),
            Int64(detection.transport.rawValue), detection.communityID, detection.object.kind.rawValue,
            detection.object.name, Int64(clamping: detection.object.size),
            detection.object.sha256?.hexadecimal, detection.object.complete,
            Int64(clamping: detection.firstFrame), Int64(clamping: detection.lastFrame), detection.source,
            detection.event,
        ])
    }

    /// The detection in a row of `select`; throws where the row is not what this program writes.
    static func detection(_ row: Row) throws -> IncidentDetection {
        let number: Int64 = row["number"]
        guard let client = endpoint(row["client"], row["client_port"]),
            let server = endpoint(row["server"], row["server_port"]),
            let kind = ScannedObject.Kind(rawValue: row["object_kind"])
        else { throw StoreError.damaged(reason: "detection \(number)") }
        let digest: String? = row["object_sha256"]
        return IncidentDetection(
            number: number, timestamp: Timestamp(nanoseconds: row["timestamp"]), rule: row["rule"],
            signatureID: row["signature"], severity: row["severity"], ruleSetSHA256: row["rule_set"],
            direction: row["to_server"] ? .toServer : .toClient,
            flowID: UInt64(clamping: row["flow"] as Int64),
            client: client, server: server,
            transport: TransportProtocol(rawValue: UInt8(clamping: row["transport"] as Int64)),
            communityID: row["community"],
            object: ScannedObject(
                kind: kind, name: row["object_name"], size: UInt64(clamping: row["object_size"] as Int64),
                sha256: digest.flatMap { [UInt8](hexadecimal: $0) }, complete: row["object_complete"]),
            firstFrame: UInt64(clamping: row["first_frame"] as Int64),
            lastFrame: UInt64(clamping: row["last_frame"] as Int64), source: row["source"],
            event: row["event"])
    }

    private static func endpoint(_ address: String, _ port: Int64) -> Endpoint? {
        IPAddress(address).map { Endpoint(address: $0, port: UInt16(clamping: port)) }
    }
}
