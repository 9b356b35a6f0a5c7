import NetTypes

/// What a record says, as the event log has it: under a key of its own for types of several parts.
struct DNSData {
    /// The name of the field.
    let key: String
    /// What it holds.
    let value: RecordValue

    static let opt: UInt16 = 41

    /// True for types that `read` takes apart.
    static func isRead(_ type: UInt16) -> Bool {
        switch type {
        case 1, 2, 5, 6, 10, 12, 15, 16, 28, 33, 39, opt, 44, 64, 65, 257: true
        default: false
        }
    }

    /// Reads a record's data; empty when the type is not one that is read, or the data is not of that type.
    static func read(_ type: UInt16, _ reader: inout DNSReader) -> [DNSData] {
        let one: DNSData? =
            switch type {
            case 1, 28: address(&reader, isIPv6: type == 28)
            case 2, 5, 12, 39: reader.name().map { DNSData(text: DNSText.text($0)) }
            case 6: startOfAuthority(&reader)
            case 10: reader.take(reader.left).map { DNSData(text: cut($0)) }
            case 15: reader.word() == nil ? nil : reader.name().map { DNSData(text: DNSText.text($0)) }
            case 33: service(&reader)
            case opt: options(&reader)
            case 44: fingerprint(&reader)
            case 64, 65: DNSBinding.text(&reader).map { DNSData(text: $0) }
            case 257: certificationAuthority(&reader)
            default: nil
            }
        return type == 16 ? strings(&reader) : one.map { [$0] } ?? []
    }

    private init(text: String) {
        self.init(key: "rdata", value: .text(text))
    }

    private init(key: String, value: RecordValue) {
        self.key = key
        self.value = value
    }

    private static func cut(_ bytes: ArraySlice<UInt8>) -> String {
        DNSText.text(bytes.prefix(RecordValue.longestText))
    }

    /// A and AAAA (RFC 1035 section 3.4.1, RFC 3596 section 2.2).
    private static func address(_ reader: inout DNSReader, isIPv6: Bool) -> DNSData? {
        guard reader.left == (isIPv6 ? 16 : 4) else { return nil }
        return DNSBinding.address(&reader, isIPv6: isIPv6).map { DNSData(text: $0.description) }
    }

    /// The strings of TXT (RFC 1035 section 3.3.14), each an answer of its own as the EVE schema has it.
    private static func strings(_ reader: inout DNSReader) -> [DNSData] {
        var strings: [DNSData] = []
        while reader.left > 0, strings.count < DNSMessage.mostRecords {
            guard let string = reader.string() else { return [] }
            strings.append(DNSData(text: DNSText.text(string)))
        }
        return strings
    }

    /// SOA (RFC 1035 section 3.3.13).
    private static func startOfAuthority(_ reader: inout DNSReader) -> DNSData? {
        guard let server = reader.name(), let mailbox = reader.name() else { return nil }
        var fields = [
            RecordField("mname", DNSText.text(server)), RecordField("rname", DNSText.text(mailbox)),
        ]
        for name in ["serial", "refresh", "retry", "expire", "minimum"] {
            guard let number = reader.long() else { return nil }
            fields.append(RecordField(name, number))
        }
        return DNSData(key: "soa", value: .object(fields))
    }

    /// SRV (RFC 2782).
    private static func service(_ reader: inout DNSReader) -> DNSData? {
        guard let priority = reader.word(), let weight = reader.word(), let port = reader.word(),
            let name = reader.name()
        else { return nil }
        let fields = [
            RecordField("priority", priority), RecordField("weight", weight), RecordField("port", port),
            RecordField("name", DNSText.text(name)),
        ]
        return DNSData(key: "srv", value: .object(fields))
    }

    /// SSHFP (RFC 4255 section 3.1).
    private static func fingerprint(_ reader: inout DNSReader) -> DNSData? {
        guard let algorithm = reader.byte(), let type = reader.byte(),
            let bytes = reader.take(min(reader.left, RecordValue.longestText / 3))
        else { return nil }
        let fields = [
            RecordField("fingerprint", bytes.map { [$0].hexadecimal }.joined(separator: ":")),
            RecordField("algo", algorithm), RecordField("type", type),
        ]
        return DNSData(key: "sshfp", value: .object(fields))
    }

    /// The options of EDNS (RFC 6891 section 6.1.2).
    private static func options(_ reader: inout DNSReader) -> DNSData? {
        var options: [RecordValue] = []
        while reader.left > 0, options.count < DNSMessage.mostRecords {
            guard let code = reader.word(), let length = reader.word(), let bytes = reader.take(Int(length))
            else { return nil }
            options.append(
                .object([
                    RecordField("code", code),
                    RecordField("data", bytes.prefix(RecordValue.longestText / 2).hexadecimal),
                ]))
        }
        return DNSData(key: "opt", value: .list(options))
    }

    /// CAA (RFC 8659 section 4.1), in its presentation form.
    private static func certificationAuthority(_ reader: inout DNSReader) -> DNSData? {
        guard let flags = reader.byte(), let tag = reader.string(), let value = reader.take(reader.left)
        else { return nil }
        return DNSData(text: "\(flags) \(DNSText.text(tag)) \"\(cut(value))\"")
    }
}

extension DNSData {
    /// A field of this value.
    var field: RecordField { RecordField(key, value) }
}
