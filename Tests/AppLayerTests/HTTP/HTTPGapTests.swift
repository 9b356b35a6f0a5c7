import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite("HTTP/1: bytes that never came")
struct HTTPGapTests {
    private static let get = "GET /x HTTP/1.1\r\n\r\n"
    private static let next = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"

    private func feed(_ before: String, gap: UInt64, _ after: String, pieces: Int) -> Fed {
        let fed = Fed()
        let parser = HTTPParser(AppLayerConfiguration())
        fed.take(parser, .toServer, (Self.get + Self.get).utf8)
        fed.take(parser, .toClient, before.utf8, pieces: pieces)
        fed.gap(parser, .toClient, gap)
        fed.take(parser, .toClient, after.utf8, pieces: pieces)
        fed.finish(parser)
        return fed
    }

    @Test("A gap inside a body leaves the rest in step", arguments: [Int.max, 1, 7])
    func inside(_ pieces: Int) {
        for (before, after) in [
            ("Content-Length: 9\r\n\r\nabc", "hi"),
            ("Transfer-Encoding: chunked\r\n\r\n9\r\nabc", "hi\r\n0\r\n\r\n"),
        ] {
            let fed = feed("HTTP/1.1 200 OK\r\n" + before, gap: 4, after + Self.next, pieces: pieces)
            #expect(fed.objects.map(HTTPParserTests.text) == ["abchi", "ok"])
            #expect(fed.objects.map(\.record.incomplete) == [.gap, nil])
            #expect(HTTPParserTests.field("length", fed.transactions[0]) == .number(9))
        }
    }

    @Test("After a gap beyond a body the next response is found", arguments: [Int.max, 1, 7])
    func beyond(_ pieces: Int) {
        for body in ["Content-Length: 9\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\n9\r\nabc"] {
            let fed = feed(
                "HTTP/1.1 200 OK\r\n" + body, gap: 50, "rest of\r\nsomething HTTP/1.1\r\n" + Self.next,
                pieces: pieces)
            #expect(fed.objects.map(HTTPParserTests.text) == ["abc", "ok"])
            #expect(fed.objects.map(\.record.incomplete) == [.gap, nil])
        }
    }

    @Test("A gap in a head loses only that message")
    func head() {
        let fed = feed("HTTP/1.1 200 OK\r\nContent-", gap: 9, "X: y\r\n\r\n" + Self.next, pieces: .max)
        #expect(fed.objects.map(HTTPParserTests.text) == ["ok"])
        #expect(fed.transactions.count == 2)
    }

    @Test("After a gap between requests the next one is found")
    func requests() {
        let fed = Fed()
        let parser = HTTPParser(AppLayerConfiguration())
        fed.take(parser, .toServer, "GET /1 HTTP/1.1\r\nX: ".utf8)
        fed.gap(parser, .toServer, 100)
        fed.take(parser, .toServer, "y\r\n\r\nGET /2 HTTP/1.1\r\n\r\n".utf8, pieces: 3)
        fed.finish(parser)
        #expect(fed.transactions.map { HTTPParserTests.field("url", $0) } == [.text("/2")])
    }

    @Test("A gap in an encoded body ends its decoding")
    func encoded() {
        let fed = feed(
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 30\r\n\r\n", gap: 10,
            "01234567890123456789" + Self.next, pieces: 7)
        #expect(fed.objects.map(\.record.incomplete) == [.gap, nil])
        #expect(fed.objects[0].bytes.isEmpty)
    }
}
