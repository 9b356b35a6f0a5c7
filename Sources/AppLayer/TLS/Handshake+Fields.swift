import NetTypes

/// What the event log has of a handshake.
extension Handshake {
    /// The fields of a `tls` event. `transport` is JA4's letter.
    func fields(_ transport: String, isEncrypted: Bool) -> [RecordField] {
        var fields: [RecordField] = []
        if let first = serverChain.first { fields += first.fields }
        if let name = client?.serverName { fields.append(RecordField("sni", bytes: name)) }
        if let version = server?.version ?? client?.newestVersion {
            fields.append(RecordField("version", version.name))
        }
        if isEncrypted, isResumed { fields.append(RecordField("session_resumed", .flag(true))) }
        fields += fingerprints(transport)
        if let client, !client.protocols.isEmpty {
            fields.append(RecordField("client_alpns", .list(Self.texts(client.protocols))))
        }
        if let server, !server.protocols.isEmpty {
            fields.append(RecordField("server_alpns", .list(Self.texts(server.protocols))))
        }
        if let first = clientChain.first { fields.append(RecordField("client", .object(first.fields))) }
        if !serverChain.isEmpty {
            fields.append(RecordField("certificates", .list(serverChain.map { .object($0.chainFields) })))
        }
        return fields
    }

    /// The fields of a `quic` event.
    func quicFields(version: String) -> [RecordField] {
        var fields = [RecordField("version", version)]
        if let name = client?.serverName { fields.append(RecordField("sni", bytes: name)) }
        if let agent = client?.userAgent { fields.append(RecordField("ua", bytes: agent)) }
        fields += fingerprints("q")
        if let client, !client.protocols.isEmpty {
            fields.append(RecordField("client_alpns", .list(Self.texts(client.protocols))))
        }
        return fields
    }

    private func fingerprints(_ transport: String) -> [RecordField] {
        var fields: [RecordField] = []
        if let ja3 = client?.ja3 { fields.append(Self.fingerprint("ja3", ja3)) }
        if let ja3s = server?.ja3s { fields.append(Self.fingerprint("ja3s", ja3s)) }
        if let client { fields.append(RecordField("ja4", client.ja4(transport))) }
        return fields
    }

    private static func fingerprint(_ name: String, _ text: String) -> RecordField {
        let hash = Digest.of(Array(text.utf8).span, .md5).hexadecimal
        return RecordField(
            name, .object([RecordField("hash", hash), RecordField("string", bytes: Array(text.utf8))]))
    }

    private static func texts(_ names: [ArraySlice<UInt8>]) -> [RecordValue] {
        names.map { .text(String(decoding: $0, as: UTF8.self)) }
    }
}
