import NetTypes

extension DNSMessage {
    /// The event, as version 2 of the EVE schema has it.
    func fields(number: UInt64) -> [RecordField] {
        var fields: [RecordField] = [
            RecordField("version", 2), RecordField("type", isAnswer ? "answer" : "query"),
            RecordField("id", id),
            RecordField("flags", String(flags, radix: 16)), RecordField("qr", .flag(isAnswer)),
        ]
        for (bit, name) in [(UInt16(0x400), "aa"), (0x200, "tc"), (0x100, "rd"), (0x80, "ra")]
        where flags & bit != 0 {
            fields.append(RecordField(name, .flag(true)))
        }
        fields.append(RecordField("opcode", operation))
        if let question = questions.first {
            fields.append(RecordField("rrname", DNSText.text(question.name)))
            fields.append(RecordField("rrtype", DNSText.type(question.type)))
        }
        if questions.count > 1 { fields.append(RecordField("queries", .list(questions.map(Self.entry)))) }
        if isAnswer { fields.append(RecordField("rcode", DNSText.code(code))) }
        fields.append(RecordField("tx_id", number))
        for (name, records) in zip(["answers", "authorities", "additionals"], sections) where !records.isEmpty
        {
            fields.append(RecordField(name, .list(entries(records))))
        }
        let groups = grouped
        if !groups.isEmpty { fields.append(RecordField("grouped", .object(groups))) }
        return fields
    }

    private static func entry(_ question: (name: [UInt8], type: UInt16)) -> RecordValue {
        .object([
            RecordField("rrname", DNSText.text(question.name)),
            RecordField("rrtype", DNSText.type(question.type)),
        ])
    }

    private func entries(_ records: [DNSRecord]) -> [RecordValue] {
        Array(records.lazy.flatMap(\.fields).prefix(Self.mostRecords))
    }

    /// What the answers say, by their type, in the order in which the types come.
    private var grouped: [RecordField] {
        var groups: [(type: UInt16, values: [RecordValue])] = []
        for record in sections[0] where !record.data.isEmpty {
            let values = record.data.map(\.value)
            if let index = groups.firstIndex(where: { $0.type == record.type }) {
                groups[index].values += values.prefix(Self.mostRecords - groups[index].values.count)
            } else {
                groups.append((record.type, values))
            }
        }
        return groups.map { RecordField(DNSText.type($0.type), .list($0.values)) }
    }
}
