import NetTypes

/// What the event log has of a certificate.
extension Certificate {
    /// The fields of a `tls` event.
    var fields: [RecordField] {
        var fields = names
        fields.append(RecordField("fingerprint", Self.pairs(sha1).joined(separator: ":")))
        return fields + dates
    }

    /// Those of one in the list of a chain: it has the SHA-256.
    var chainFields: [RecordField] {
        names + [RecordField("sha256", sha256.hexadecimal)] + dates
    }

    private var names: [RecordField] {
        var fields: [RecordField] = []
        if let subject { fields.append(RecordField("subject", subject)) }
        if let issuer { fields.append(RecordField("issuerdn", issuer)) }
        if !serial.isEmpty {
            fields.append(
                RecordField("serial", Self.pairs(serial.prefix(64)).joined(separator: ":").uppercased()))
        }
        return fields
    }

    private var dates: [RecordField] {
        var fields: [RecordField] = []
        if let notBefore { fields.append(RecordField("notbefore", notBefore)) }
        if let notAfter { fields.append(RecordField("notafter", notAfter)) }
        if !alternativeNames.isEmpty {
            fields.append(RecordField("subjectaltname", .list(alternativeNames.map { .text($0) })))
        }
        return fields
    }

    private static func pairs(_ bytes: some Sequence<UInt8>) -> [String] {
        bytes.map { [$0].hexadecimal }
    }
}
