import NetTypes

/// A request and the final response to it.
final class HTTPExchange {
    /// Its position among those of its flow.
    let number: UInt64
    /// The head of the request; nil when it was not seen.
    var request: HTTPHead?
    /// The head of the response; nil when it has not come.
    var response: HTTPHead?
    /// Bytes of the response's body as they were transferred, without the marks of chunks.
    var length: UInt64 = 0
    /// When the response ended; nil before.
    var responseEnd: Timestamp?

    init(number: UInt64) {
        self.number = number
    }

    /// The fields of the event `http`, in the order of the EVE schema.
    var fields: [RecordField] {
        var fields: [RecordField] = []
        func add(_ name: String, _ value: [UInt8]?) {
            guard let value, !value.isEmpty else { return }
            fields.append(RecordField(name, bytes: value))
        }
        add("hostname", request?.hostname)
        if let port = request?.port { fields.append(RecordField("http_port", port)) }
        add("url", request?.target)
        add("http_user_agent", request?["user-agent"])
        if let type = response?.mediaType, !type.isEmpty {
            fields.append(RecordField("http_content_type", type))
        }
        if let raw = response?["content-range"] {
            fields.append(RecordField("content_range", .object(Self.range(raw))))
        }
        add("http_refer", request?["referer"])
        add("http_method", request.map { Array($0.method.utf8) })
        add("protocol", (request ?? response).map { Array($0.version.utf8) })
        if let status = response?.status, status > 0 { fields.append(RecordField("status", status)) }
        add("redirect", response?["location"])
        fields.append(RecordField("length", length))
        return fields
    }

    private static func range(_ raw: [UInt8]) -> [RecordField] {
        var fields = [RecordField("raw", bytes: raw)]
        guard let range = HTTPContentRange(raw) else { return fields }
        fields.append(RecordField("start", range.first))
        fields.append(RecordField("end", range.last))
        if let total = range.total { fields.append(RecordField("size", total)) }
        return fields
    }
}
