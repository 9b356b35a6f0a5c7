import NetTypes

/// An answer of the metrics server, always the last of its connection.
struct MetricsResponse: Equatable, Sendable {
    /// The status code and its phrase.
    let status: String
    /// The fields of the head that not all answers have.
    let fields: [String]
    /// The body.
    let body: String
    /// True when the body is described but not sent (RFC 9110 section 9.3.2).
    let headOnly: Bool

    /// The answer to a request. The metrics are made only when they are asked for.
    init(_ request: MetricsRequest, metrics: () -> String) {
        switch request {
        case .metrics(let headOnly):
            self.init("200 OK", type: MetricsText.contentType, metrics(), headOnly: headOnly)
        case .hint(let headOnly):
            self.init("200 OK", "haidang: the metrics are at /metrics\n", headOnly: headOnly)
        case .unknownPath: self.init("404 Not Found", "not found; the metrics are at /metrics\n")
        case .unknownMethod:
            self.init("405 Method Not Allowed", "only GET and HEAD\n", fields: ["Allow: GET, HEAD"])
        case .malformed: self.init("400 Bad Request", "no HTTP request\n")
        }
    }

    private init(
        _ status: String, type: String = "text/plain; charset=utf-8", _ body: String, fields: [String] = [],
        headOnly: Bool = false
    ) {
        self.status = status
        self.fields = fields + ["Content-Type: " + type]
        self.body = body
        self.headOnly = headOnly
    }

    /// The bytes that are sent.
    var bytes: [UInt8] {
        let lines =
            ["HTTP/1.1 " + status, "Connection: close", "Content-Length: \(body.utf8.count)"] + fields
            + ["Cache-Control: no-store", "X-Content-Type-Options: nosniff", "", ""]
        return Array(lines.joined(separator: "\r\n").utf8) + (headOnly ? [] : Array(body.utf8))
    }
}
