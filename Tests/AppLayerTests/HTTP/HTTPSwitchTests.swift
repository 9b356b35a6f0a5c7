import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite("HTTP/1: where another protocol begins")
struct HTTPSwitchTests {
    @Test("After an upgrade the bytes are another's", arguments: ["websocket", "h2c"])
    func upgrade(_ name: String) {
        for pieces in [Int.max, 1, 7] {
            let fed = Fed()
            let parser = HTTPParser(AppLayerConfiguration())
            fed.take(
                parser, .toServer, "GET / HTTP/1.1\r\nUpgrade: \(name)\r\nConnection: Upgrade\r\n\r\n".utf8)
            let head = "HTTP/1.1 101 Switching\r\nUpgrade: \(name)\r\n\r\n"
            #expect(fed.take(parser, .toClient, (head + "frames").utf8, pieces: pieces) == head.utf8.count)
            #expect(fed.take(parser, .toServer, "frames".utf8) == 0)
            #expect(fed.transactions.count == 1)
            fed.finish(parser)
            #expect(fed.objects.isEmpty)
        }
    }

    @Test("A CONNECT that is granted ends HTTP in both directions")
    func connect() {
        let fed = Fed()
        let parser = HTTPParser(AppLayerConfiguration())
        let request = "CONNECT host:25 HTTP/1.1\r\nHost: host:25\r\n\r\n"
        #expect(fed.take(parser, .toServer, request.utf8) == request.utf8.count)
        let head = "HTTP/1.1 200 Fine\r\nContent-Length: 4\r\n\r\n"
        #expect(fed.take(parser, .toClient, (head + "220 ").utf8) == head.utf8.count)
        #expect(fed.take(parser, .toServer, "EHLO".utf8) == 0)
        #expect(fed.transactions.count == 1)
        #expect(HTTPParserTests.field("hostname", fed.transactions[0]) == .text("host"))
    }

    @Test("A CONNECT that is refused does not")
    func refused() {
        let fed = HTTPParserTests.feed([
            (.toServer, "CONNECT host:25 HTTP/1.1\r\n\r\n"),
            (.toClient, "HTTP/1.1 407 No\r\nContent-Length: 2\r\n\r\nno"),
            (.toServer, "GET /x HTTP/1.1\r\n\r\n"),
            (.toClient, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nyes"),
        ])
        #expect(fed.objects.map(HTTPParserTests.text) == ["no", "yes"])
        #expect(fed.transactions.count == 2)
    }

    @Test("Bytes behind a CONNECT take the tunnel for granted")
    func early() {
        let fed = Fed()
        let parser = HTTPParser(AppLayerConfiguration())
        let request = "CONNECT host:25 HTTP/1.1\r\n\r\n"
        #expect(fed.take(parser, .toServer, (request + "\u{16}\u{3}").utf8) == request.utf8.count)
    }
}
