import NetTypes
import TestSupport
import Testing

@testable import AppLayer

/// How many bytes a piece has: all at once, one, and a few.
private let cuts = [Int.max, 1, 7]

@Suite("HTTP/1: requests and responses")
struct HTTPParserTests {
    /// Feeds exchanges in order, each side whole.
    static func feed(
        _ turns: [(Direction, String)], pieces: Int = .max, isClosed: Bool = true,
        _ configuration: AppLayerConfiguration = AppLayerConfiguration()
    ) -> Fed {
        let fed = Fed(configuration)
        let parser = HTTPParser(configuration)
        for (direction, text) in turns { fed.take(parser, direction, text.utf8, pieces: pieces) }
        fed.finish(parser, isClosed: isClosed)
        return fed
    }

    static func text(_ object: ExtractedObject) -> String {
        String(decoding: object.bytes, as: UTF8.self)
    }

    static func field(_ name: String, _ transaction: Transaction) -> RecordValue? {
        transaction.fields.first { $0.name == name }?.value
    }

    static let get =
        "GET /a/b%20c.txt?q=1 HTTP/1.1\r\nHost: example.com:8080\r\nUser-Agent: test\r\nReferer: x\r\n\r\n"

    @Test("An exchange gives an event and an object", arguments: cuts)
    func exchange(_ pieces: Int) throws {
        let fed = Self.feed(
            [
                (.toServer, Self.get),
                (
                    .toClient,
                    "HTTP/1.1 200 OK\r\nContent-Type: Text/Plain; charset=utf-8\r\nContent-Length: 5\r\n\r\nhello"
                ),
            ], pieces: pieces)
        let transaction = try #require(fed.transactions.first)
        #expect(fed.transactions.count == 1)
        #expect(
            transaction.fields == [
                RecordField("hostname", "example.com"), RecordField("http_port", 8080),
                RecordField("url", "/a/b%20c.txt?q=1"), RecordField("http_user_agent", "test"),
                RecordField("http_content_type", "text/plain"), RecordField("http_refer", "x"),
                RecordField("http_method", "GET"), RecordField("protocol", "HTTP/1.1"),
                RecordField("status", 200), RecordField("length", 5),
            ])
        let object = try #require(fed.objects.first)
        #expect(fed.objects.count == 1)
        #expect(Self.text(object) == "hello")
        #expect(object.record.object.name == "/a/b c.txt")
        #expect(object.record.contentType == "text/plain")
        #expect(object.record.incomplete == nil)
        #expect(object.record.transaction == 0)
        #expect(fed.odd == AnomalySet())
    }

    @Test("Pipelined requests meet their responses in order", arguments: cuts)
    func pipelining(_ pieces: Int) {
        let fed = Self.feed(
            [
                (.toServer, "GET /1 HTTP/1.1\r\n\r\nHEAD /2 HTTP/1.1\r\n\r\nGET /3 HTTP/1.1\r\n\r\n"),
                (
                    .toClient,
                    "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na"
                        + "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n"
                        + "HTTP/1.1 404 No\r\nContent-Length: 1\r\n\r\nc"
                ),
            ], pieces: pieces)
        #expect(fed.objects.map(Self.text) == ["a", "c"])
        #expect(fed.objects.map(\.record.object.name) == ["/1", "/3"])
        #expect(fed.transactions.map { Self.field("url", $0) } == [.text("/1"), .text("/2"), .text("/3")])
        #expect(
            fed.transactions.map { Self.field("status", $0) } == [.number(200), .number(200), .number(404)])
        #expect(fed.transactions.map(\.number) == [0, 1, 2])
    }

    @Test("Chunks are put together, with extensions, trailers and missing line breaks", arguments: cuts)
    func chunks(_ pieces: Int) {
        let fed = Self.feed(
            [
                (.toServer, "GET / HTTP/1.1\r\n\r\nGET /n HTTP/1.1\r\n\r\n"),
                (
                    .toClient,
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "0004;x=y\r\nabcd\r\nA\r\n0123456789\n\r\n1\r\ne0\r\nX: y\r\n\r\n"
                        + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
                ),
            ], pieces: pieces)
        #expect(fed.objects.map(Self.text) == ["abcd0123456789e", "ok"])
        #expect(fed.objects.allSatisfy { $0.record.incomplete == nil })
        #expect(Self.field("length", fed.transactions[0]) == .number(15))
    }

    @Test("Interim responses are passed over, and some responses have no body", arguments: cuts)
    func bodiless(_ pieces: Int) {
        let fed = Self.feed(
            [
                (.toServer, "POST /p HTTP/1.1\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\nabc"),
                (
                    .toClient,
                    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nLink: x\r\n\r\n"
                        + "HTTP/1.1 204 No\r\n\r\n"
                ),
                (.toServer, "GET /c HTTP/1.1\r\n\r\n"),
                (.toClient, "HTTP/1.1 304 Not\r\nContent-Length: 7\r\nLocation: /else\r\n\r\n"),
            ], pieces: pieces)
        #expect(fed.transactions.map { Self.field("status", $0) } == [.number(204), .number(304)])
        #expect(Self.field("redirect", fed.transactions[1]) == .text("/else"))
        #expect(fed.objects.map(Self.text) == ["abc"])
        #expect(fed.objects[0].record.direction == .toServer)
        #expect(fed.odd == AnomalySet())
    }

    @Test("A body to the end of the connection is whole when it was closed", arguments: cuts)
    func untilClose(_ pieces: Int) {
        for isClosed in [true, false] {
            let fed = Self.feed(
                [
                    (.toServer, "GET / HTTP/1.0\r\n\r\n"),
                    (.toClient, "HTTP/1.0 200 OK\r\n\r\nall\r\n\r\nof it"),
                ],
                pieces: pieces, isClosed: isClosed)
            #expect(fed.objects.map(Self.text) == ["all\r\n\r\nof it"])
            #expect(fed.objects.map(\.record.incomplete) == [isClosed ? nil : .cut])
        }
    }

    @Test("A body that is shorter than its length was cut", arguments: cuts)
    func cut(_ pieces: Int) {
        for framing in ["Content-Length: 9\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"] {
            let fed = Self.feed(
                [(.toServer, Self.get), (.toClient, "HTTP/1.1 200 OK\r\n" + framing)], pieces: pieces)
            #expect(fed.objects.map(Self.text) == ["abc"])
            #expect(fed.objects.map(\.record.incomplete) == [.cut])
            #expect(fed.transactions.count == 1)
        }
    }

    @Test("Responses before requests, and without them", arguments: [true, false])
    func order(_ hasRequests: Bool) {
        let answer = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n"
        let fed = Self.feed(
            [(.toClient, answer + "a" + answer + "b")]
                + (hasRequests ? [(.toServer, "GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\n")] : []))
        #expect(fed.objects.map(Self.text) == ["a", "b"])
        #expect(fed.transactions.count == 2)
        let urls = fed.transactions.map { Self.field("url", $0) }
        #expect(urls == (hasRequests ? [.text("/1"), .text("/2")] : [nil, nil]))
    }

    @Test("A request long after a response without one is another's")
    func midstream() {
        let fed = Fed()
        let parser = HTTPParser(AppLayerConfiguration())
        let answer = "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n01234567890123456789"
        fed.take(parser, .toClient, answer.utf8)
        // Each piece has a frame of its own, a millisecond apart.
        for _ in 0..<20 { fed.take(parser, .toServer, "\r\n".utf8) }
        fed.take(parser, .toServer, "GET /2 HTTP/1.1\r\n\r\n".utf8)
        fed.take(parser, .toClient, answer.utf8)
        fed.finish(parser)
        #expect(fed.transactions.map { Self.field("url", $0) } == [nil, .text("/2")])
        #expect(fed.objects.map(\.record.object.name) == ["", "/2"])
    }

    @Test("The simple requests of HTTP/0.9 get a body without a head", arguments: cuts)
    func simple(_ pieces: Int) {
        let fed = Self.feed([(.toServer, "GET /old\r\n"), (.toClient, "<html>hi")], pieces: pieces)
        #expect(fed.objects.map(Self.text) == ["<html>hi"])
        #expect(fed.objects.map(\.record.object.name) == ["/old"])
        #expect(fed.odd == AnomalySet())
    }
}
