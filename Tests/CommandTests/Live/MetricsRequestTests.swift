import Testing

@testable import haidang

/// Any head of a request is one of five things.
@Suite struct MetricsRequestTests {
    private static func request(_ text: String) -> MetricsRequest { MetricsRequest(head: Array(text.utf8)) }

    @Test(arguments: [
        ("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n", MetricsRequest.metrics(headOnly: false)),
        ("GET /metrics HTTP/1.0\r\n\r\n", .metrics(headOnly: false)),
        ("GET /metrics?x=/ HTTP/1.1\nhOsT:\n\n", .metrics(headOnly: false)),
        ("HEAD /metrics HTTP/1.0\r\n\r\n", .metrics(headOnly: true)),
        ("GET / HTTP/1.0\r\n\r\n", .hint(headOnly: false)), ("GET /x HTTP/1.0\r\n\r\n", .unknownPath),
        ("GET /metrics/ HTTP/1.0\r\n\r\n", .unknownPath), ("POST /x HTTP/1.0\r\n\r\n", .unknownPath),
        ("POST /metrics HTTP/1.0\r\n\r\n", .unknownMethod), ("POST / HTTP/1.0\r\n\r\n", .unknownMethod),
    ])
    func `a request`(head: String, meaning: MetricsRequest) {
        #expect(Self.request(head) == meaning)
    }

    @Test(arguments: [
        "", "\r\n\r\n", "GET /metrics\r\n\r\n", "GET /metrics HTTP/1.1\r\n\r\n",
        "GET  /metrics HTTP/1.0\r\n\r\n", "get /metrics HTTP/1.0\r\n\r\n", "GET metrics HTTP/1.0\r\n\r\n",
        "GET /metrics HTTP/2.0\r\n\r\n", "GET /metrics HTTP/1.0 \r\n\r\n",
        "GET /\u{1}\u{ff} HTTP/1.0\r\n\r\n",
        " /metrics HTTP/1.0\r\n\r\n", "GET /metrics HTTP/1.1\r\nHost : a\r\n\r\n", "\u{16}\u{3}\u{1}\n\n",
    ])
    func `no request`(head: String) {
        #expect(Self.request(head) == .malformed)
    }

    @Test func `the head ends with its first empty line`() {
        #expect(MetricsRequest.headLength(Array("GET / HTTP/1.0\r\n\r\nrest".utf8)) == 18)
        #expect(MetricsRequest.headLength(Array("a\n\nb\n\n".utf8)) == 3)
        for text in ["", "\n", "\r\n", "a\r\nb\r\n", "a\r\n\r", "a\n \n", "a\n\r\r\n"] {
            #expect(MetricsRequest.headLength(Array(text.utf8)) == nil, "\(text.debugDescription)")
        }
    }
}
