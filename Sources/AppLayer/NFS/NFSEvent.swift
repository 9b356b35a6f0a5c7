import NetTypes

/// How calls and their replies look in the event log.
enum NFSEvent {
    /// The event of one call and its reply. The status is nil when the server did not take the call.
    static func fields(_ call: NFSCall, number: UInt64, isAccepted: Bool, status: UInt32?) -> [RecordField] {
        var parts = head(3, call.procedure.name)
        let names = call.procedure == .link ? call.target : call.name
        if !names.isEmpty { parts.append(RecordField("filename", bytes: names)) }
        if call.procedure == .rename {
            let rename = [RecordField("from", bytes: call.name), RecordField("to", bytes: call.target)]
            parts.append(RecordField("rename", .object(rename)))
        }
        parts += tail(call, number)
        if let status { parts.append(RecordField("status", NFSStatus.name(status))) }
        return parts + [rpc(call.id, isAccepted: isAccepted, call.credentials)]
    }

    /// The event of a file that was read or written.
    static func fields(_ file: NFSFile, name: String) -> [RecordField] {
        var parts = head(3, file.isRead ? "READ" : "WRITE") + [RecordField("filename", name)]
        parts += tail(file.call, file.number, isFile: true)
        let transfer = [
            RecordField("first", .flag(true)), RecordField("last", .flag(true)),
            RecordField("last_xid", file.lastID), RecordField("chunks", file.chunks),
        ]
        parts.append(RecordField(file.isRead ? "read" : "write", .object(transfer)))
        parts.append(RecordField("status", NFSStatus.name(0)))
        return parts + [rpc(file.call.id, isAccepted: true, file.call.credentials)]
    }

    /// The event that says that a version is spoken that is not taken apart.
    static func fields(
        version: UInt32, procedure: UInt32, _ id: UInt32, _ credentials: RPCCredentials, number: UInt64
    ) -> [RecordField] {
        let name = version == 4 && procedure == 1 ? "COMPOUND" : procedure == 0 ? "NULL" : String(procedure)
        let rest = [
            RecordField("id", number), RecordField("file_tx", .flag(false)), RecordField("type", "request"),
        ]
        return head(version, name) + rest + [rpc(id, isAccepted: nil, credentials)]
    }

    private static func head(_ version: UInt32, _ procedure: String) -> [RecordField] {
        [RecordField("version", version), RecordField("procedure", procedure)]
    }

    private static func tail(_ call: NFSCall, _ number: UInt64, isFile: Bool = false) -> [RecordField] {
        var parts: [RecordField] = []
        if !call.handle.isEmpty { parts.append(RecordField("hhash", digest(call.handle))) }
        return parts + [
            RecordField("id", number), RecordField("file_tx", .flag(isFile)), RecordField("type", "response"),
        ]
    }

    private static func rpc(_ id: UInt32, isAccepted: Bool?, _ credentials: RPCCredentials) -> RecordField {
        var parts = [RecordField("xid", id)]
        if let isAccepted { parts.append(RecordField("status", isAccepted ? "ACCEPTED" : "DENIED")) }
        return RecordField("/rpc", .object(parts + credentials.fields))
    }

    /// The CRC-32 of a handle (IEEE 802.3), by which the EVE schema and packet analysers name it.
    static func digest(_ handle: [UInt8]) -> String {
        var sum: UInt32 = .max
        for byte in handle {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xedb8_8320 : sum >> 1 }
        }
        let bytes = (0..<4).map { UInt8(truncatingIfNeeded: ~sum >> UInt32(24 - 8 * $0)) }
        return bytes.hexadecimal
    }
}
