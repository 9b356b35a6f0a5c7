import NetTypes

extension EventEncoder {
    /// Writes the members of an event of an application protocol. What the fields say is in an object with the
    /// protocol's name, but for those whose name begins with a slash: the schema has these beside it.
    func writeTransaction(_ transaction: Transaction, to json: inout JSONLine) {
        let type = transaction.application.eventType
        writeCommon(
            type, at: transaction.timestamp, frame: transaction.frame, flow: transaction.flow,
            direction: transaction.direction, to: &json)
        json.member("tx_id", transaction.number)
        json.object(type) { json in
            for field in transaction.fields where !field.name.hasPrefix("/") { write(field, to: &json) }
        }
        for field in transaction.fields where field.name.hasPrefix("/") {
            write(RecordField(String(field.name.dropFirst()), field.value), to: &json)
        }
    }

    private func write(_ field: RecordField, to json: inout JSONLine) {
        switch field.value {
        case .text(let text): json.member(field.name, text)
        case .number(let number): json.member(field.name, signed: number)
        case .flag(let flag): json.member(field.name, flag: flag)
        case .list(let values):
            json.array(field.name) { json in
                for value in values { write(value, to: &json) }
            }
        case .object(let fields):
            json.object(field.name) { json in
                for field in fields { write(field, to: &json) }
            }
        }
    }

    /// An element of a list. No protocol has lists of lists, and one that came would be left out.
    private func write(_ value: RecordValue, to json: inout JSONLine) {
        switch value {
        case .text(let text): json.element(text)
        case .number(let number): json.element(signed: number)
        case .flag(let flag): json.element(flag: flag)
        case .object(let fields):
            json.element { json in
                for field in fields { write(field, to: &json) }
            }
        case .list: break
        }
    }
}

extension ApplicationProtocol {
    /// The schema's name of the event: HTTP/2 is one of its `http` events.
    fileprivate var eventType: String {
        switch self {
        case .http2: "http"
        case .ftpData: "ftp_data"
        default: rawValue
        }
    }
}
