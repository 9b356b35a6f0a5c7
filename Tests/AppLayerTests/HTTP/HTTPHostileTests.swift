import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite("HTTP/1: hostile input")
struct HTTPHostileTests {
    private static let get = HTTPParserTests.get

    @Test("Two lengths are ambiguous", arguments: [Int.max, 1, 7])
    func ambiguous(_ pieces: Int) {
        for fields in [
            "Content-Length: 3\r\nContent-Length: 4", "Content-Length: 3\r\nTransfer-Encoding: chunked",
        ] {
            for direction in [Direction.toServer, .toClient] {
                let line = direction == .toServer ? "POST / HTTP/1.1" : "HTTP/1.1 200 OK"
                let fed = HTTPParserTests.feed([(direction, "\(line)\r\n\(fields)\r\n\r\n")], pieces: pieces)
                #expect(fed.odd.contains(.httpAmbiguous))
            }
        }
        let same = HTTPParserTests.feed(
            [(.toClient, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 03\r\n\r\nabc")],
            pieces: pieces)
        #expect(!same.odd.contains(.httpAmbiguous))
    }

    @Test("A body that is not chunked as it says is taken as it is", arguments: [Int.max, 1, 7])
    func unchunked(_ pieces: Int) {
        for (field, body) in [
            ("Content-Length: 5\r\n", "00Xyz"), ("", "0 is not a size"), ("", "abz and all"),
        ] {
            let fed = HTTPParserTests.feed(
                [
                    (.toServer, Self.get),
                    (.toClient, "HTTP/1.0 200 OK\r\n\(field)Transfer-Encoding: chunked\r\n\r\n\(body)"),
                ], pieces: pieces)
            #expect(fed.objects.map(HTTPParserTests.text) == (body.hasPrefix("0 ") ? [] : [body]))
        }
        let late = HTTPParserTests.feed(
            [
                (.toServer, Self.get),
                (.toClient, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n"),
            ], pieces: pieces)
        #expect(late.objects.map(\.record.incomplete) == [.damaged])
        #expect(late.odd.contains(.httpMalformed))
    }

    @Test("A head has a limit", arguments: [Int.max, 1, 7])
    func header(_ pieces: Int) {
        var configuration = AppLayerConfiguration()
        configuration.largestHeader = 64
        for direction in [Direction.toServer, .toClient] {
            let line = direction == .toServer ? "GET / HTTP/1.1" : "HTTP/1.1 200 OK"
            let fed = HTTPParserTests.feed(
                [(direction, line + "\r\nX: " + String(repeating: "y", count: 100) + "\r\n\r\n")],
                pieces: pieces,
                configuration)
            #expect(fed.odd.contains(.httpLimit))
            #expect(fed.transactions.isEmpty)
        }
        let trailer = HTTPParserTests.feed(
            [
                (
                    .toClient,
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n"
                        + String(repeating: "X: y\r\n", count: 20)
                )
            ], pieces: pieces, configuration)
        #expect(trailer.odd.contains(.httpLimit))
        #expect(trailer.objects.map(HTTPParserTests.text) == ["a"])
    }

    @Test("The number of fields has a limit")
    func fields() {
        let many = String(repeating: "A: b\r\n", count: 2000)
        let distinct = (0..<2000).map { "A\($0): b\r\n" }.joined()
        for fields in [many, distinct] {
            let head = HTTPLibrary.shared.request(Array("GET / HTTP/1.1\r\n\(fields)\r\n".utf8))
            #expect(head?.fields.count ?? .max <= Int(HTTPLibrary.mostFields))
        }
        let fed = HTTPParserTests.feed([(.toServer, "GET / HTTP/1.1\r\n\(distinct)\r\n")])
        #expect(fed.odd.contains(.httpLimit))
    }

    @Test("Requests that wait have a limit")
    func pending() {
        var configuration = AppLayerConfiguration()
        configuration.mostPending = 3
        let fed = HTTPParserTests.feed(
            [(.toServer, String(repeating: "GET / HTTP/1.1\r\n\r\n", count: 10))], configuration)
        #expect(fed.odd.contains(.httpLimit))
        #expect(fed.transactions.map(\.number) == Array(0..<10))
    }

    @Test("A direction that makes no sense leaves the other alone")
    func garbage() {
        let fed = HTTPParserTests.feed([
            (.toServer, "\u{0}\u{1}\u{2} no HTTP\r\n\r\n"),
            (.toClient, "HTTP/1.1 400 Bad\r\nContent-Length: 3\r\n\r\nbad"),
        ])
        #expect(fed.objects.map(HTTPParserTests.text) == ["bad"])
        #expect(fed.odd.contains(.httpMalformed))
    }

    @Test("Encodings are undone; those that are none leave the body as it is", arguments: [Int.max, 1, 7])
    func encodings(_ pieces: Int) {
        // "hello" as gzip makes it: stored, so that the test can be read.
        let gzip: [UInt8] =
            [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 5, 0, 0xfa, 0xff] + Array("hello".utf8)
            + [0x86, 0xa6, 0x10, 0x36, 5, 0, 0, 0]
        for (encoding, body, expected) in [
            ("gzip", gzip, "hello"), ("gzip", Array("not compressed".utf8), "not compressed"),
            ("nobody-knows", Array("as it is".utf8), "as it is"),
        ] {
            let fed = Fed()
            let parser = HTTPParser(AppLayerConfiguration())
            let head =
                "HTTP/1.1 200 OK\r\nContent-Encoding: \(encoding)\r\nContent-Length: \(body.count)\r\n\r\n"
            fed.take(parser, .toClient, Array(head.utf8) + body, pieces: pieces)
            fed.finish(parser)
            #expect(fed.objects.map(HTTPParserTests.text) == [expected])
            #expect(fed.objects.map(\.record.incomplete) == [expected.hasPrefix("not") ? .damaged : nil])
            #expect(fed.odd.contains(.encodingMalformed) == (expected != "hello"))
        }
    }

    @Test("Damaged input never traps, and its cuts change nothing")
    func mutations() {
        let client =
            Self.get + "POST /f HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=b\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n1a\r\n--b\r\nX: filename=f\r\n\r\nab\r\n\r\n9\r\nc\r\n--b--\r\n\r\n0\r\n\r\n"
        let server =
            "HTTP/1.1 206 OK\r\nContent-Range: bytes 0-2/6\r\nContent-Length: 3\r\n\r\nabc"
            + "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
        var generator = SeededGenerator(seed: 20)
        for round in 0..<400 {
            var sides = [Array(client.utf8), Array(server.utf8)]
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let side = Int.random(in: 0...1, using: &generator)
                let place = Int.random(in: 0..<sides[side].count, using: &generator)
                switch Int.random(in: 0...2, using: &generator) {
                case 0: sides[side][place] = UInt8.random(in: 0...255, using: &generator)
                case 1: sides[side].remove(at: place)
                default: sides[side].insert(UInt8.random(in: 0...255, using: &generator), at: place)
                }
            }
            let results = [Int.max, 1, 7].map { pieces in
                let fed = Fed()
                let parser = HTTPParser(AppLayerConfiguration())
                let taken = [
                    fed.take(parser, .toServer, sides[0], pieces: pieces),
                    fed.take(parser, .toClient, sides[1], pieces: pieces),
                ]
                fed.gap(parser, .toClient, 5)
                fed.finish(parser)
                return (
                    taken, fed.objects.map(\.bytes), fed.objects.map(\.record.incomplete),
                    fed.transactions.map(\.fields), fed.odd
                )
            }
            for other in results.dropFirst() {
                #expect(other == results[0], "round \(round)")
            }
        }
    }
}
