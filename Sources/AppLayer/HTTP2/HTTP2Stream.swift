import NetTypes

/// A stream of a connection that is open: a request and its response (RFC 9113 section 5).
final class HTTP2Stream {
    /// Its identifier.
    let id: UInt32
    /// Its position among the streams of the connection, from 0.
    let number: UInt64
    var request = HTTP2Message()
    var response = HTTP2Message()

    init(_ id: UInt32, number: UInt64) {
        self.id = id
        self.number = number
    }

    /// The message that goes in a direction.
    subscript(direction: Direction) -> HTTP2Message {
        get { direction == .toServer ? request : response }
        set {
            if direction == .toServer { request = newValue } else { response = newValue }
        }
    }

    /// Bytes of the header fields that are kept.
    var size: Int { request.size + response.size }

    /// What is said of the exchange, with the names of the EVE schema.
    var record: [RecordField] {
        var fields: [RecordField] = []
        func add(_ name: String, _ text: String?) {
            if let text, !text.isEmpty { fields.append(RecordField(name, text)) }
        }
        add("hostname", host)
        add("url", request[.path])
        add("http_user_agent", request[.userAgent])
        add("http_content_type", contentType(of: response))
        add("http_refer", request[.referer])
        add("http_method", request[.method])
        // The schema has both; programs that read it look at either.
        fields.append(RecordField("version", "2"))
        fields.append(RecordField("protocol", "HTTP/2"))
        if let status = response.status { fields.append(RecordField("status", status)) }
        fields.append(RecordField("length", response.length))
        fields.append(RecordField("http2", .object([RecordField("stream_id", id)])))
        return fields
    }

    /// The name of the server, without a port.
    private var host: String? {
        guard let name = request[.authority] ?? request[.host] else { return nil }
        // In an IPv6 address the colons are in brackets.
        guard let colon = name.lastIndex(of: ":"), !name[colon...].contains("]") else { return name }
        return String(name[..<colon])
    }

    /// The type that a message claims, without parameters.
    func contentType(of message: HTTP2Message) -> String {
        String((message[.contentType] ?? "").prefix { $0 != ";" && $0 != " " })
    }

    /// The name of a message's body: the one that it gives itself, or the path that was asked for, without the query.
    func name(of message: HTTP2Message) -> String {
        message.filename ?? String((request[.path] ?? "").prefix { $0 != "?" })
    }
}
