import NetTypes

/// A resource record (RFC 1035 section 4.1.3).
struct DNSRecord {
    /// The name that it is about.
    let name: [UInt8]
    /// What it says about it.
    let type: UInt16
    /// How long it holds, in seconds. In OPT these bits mean something else (RFC 6891 section 6.1.3).
    let timeToLive: UInt32
    /// What it says: one for most types, one for each string of TXT, none for types that are not read.
    let data: [DNSData]

    /// Reads the next record; nil when it does not fit into the message.
    init?(_ reader: inout DNSReader) {
        guard let name = reader.name(), let type = reader.word(), reader.word() != nil,
            let timeToLive = reader.long(), let length = reader.word(), var part = reader.part(Int(length))
        else { return nil }
        self.name = name
        self.type = type
        self.timeToLive = timeToLive
        // Updates and their like have records without data (RFC 2136 section 2.4).
        data = length == 0 ? [] : DNSData.read(type, &part)
        isMalformed = length > 0 && data.isEmpty && DNSData.isRead(type)
        reader.note(part)
    }

    /// True when its data is not what its type asks for.
    let isMalformed: Bool

    /// One entry of the event's list for each thing that it says, at least one.
    var fields: [RecordValue] {
        var head = [
            RecordField("rrname", DNSText.text(name)), RecordField("rrtype", DNSText.type(type)),
            RecordField("ttl", type == DNSData.opt ? 0 : timeToLive),
        ]
        guard !data.isEmpty else { return [.object(head)] }
        return data.map { data in
            head.removeLast(head.count - 3)
            head.append(RecordField(data.key, data.value))
            return .object(head)
        }
    }
}
