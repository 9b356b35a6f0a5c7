import NetTypes
import Testing

@testable import haidang

/// The metrics server over loopback, with good and bad peers.
@Suite struct MetricsServerTests {
    private static let good = "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"

    /// A server that is running, with short times so that slow peers are soon dropped.
    private static func server(answerTime: Duration = .seconds(5)) throws -> MetricsServer {
        let address = try #require(MetricsAddress("127.0.0.1:0"))
        let limits = MetricsServer.Limits(headTime: .milliseconds(300), answerTime: answerTime)
        let server = try MetricsServer(on: address, limits: limits)
        server.start()
        return server
    }

    private static func parts(_ answer: String) -> (head: String, body: String) {
        guard let end = answer.firstRange(of: "\r\n\r\n") else { return (answer, "") }
        return (String(answer[..<end.lowerBound]), String(answer[end.upperBound...]))
    }

    @Test func `the latest sample is served`() throws {
        let server = try Self.server()
        defer { server.stop() }
        #expect(
            Self.parts(HTTPClient.ask(server.address.port, Self.good)).body.contains("detections_total 0\n"))
        server.publish(LiveSamples.troubled.statistics)
        let answer = Self.parts(HTTPClient.ask(server.address.port, Self.good))
        #expect(answer.head.hasPrefix("HTTP/1.1 200 OK\r\nConnection: close\r\n"))
        #expect(answer.head.contains("\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n"))
        #expect(answer.head.contains("\r\nContent-Length: \(answer.body.utf8.count)\r\n"))
        #expect(answer.body == MetricsText.text(LiveSamples.troubled.statistics))
    }

    @Test(arguments: [
        ("GET / HTTP/1.0\r\n\r\n", "200 OK", "haidang: the metrics are at /metrics\n"),
        ("HEAD / HTTP/1.0\r\n\r\n", "200 OK", ""),
        ("GET /nothing HTTP/1.0\r\n\r\n", "404 Not Found", "not found; the metrics are at /metrics\n"),
        ("POST /metrics HTTP/1.0\r\n\r\n", "405 Method Not Allowed", "only GET and HEAD\n"),
        ("\u{16}\u{3}\u{1}\u{2}\n\n", "400 Bad Request", "no HTTP request\n"),
        ("GET /metrics HTTP/1.1\r\n\r\n", "400 Bad Request", "no HTTP request\n"),
    ])
    func `everything else has its answer`(request: String, status: String, body: String) throws {
        let server = try Self.server()
        defer { server.stop() }
        let answer = Self.parts(HTTPClient.ask(server.address.port, request))
        #expect(answer.head.hasPrefix("HTTP/1.1 \(status)\r\n"))
        #expect(answer.body == body)
    }

    @Test func `a head without an end is answered once it is too long, and the answer arrives`() throws {
        let server = try Self.server()
        defer { server.stop() }
        let endless = "GET /metrics HTTP/1.1\r\n" + String(repeating: "X-Fill: more\r\n", count: 3000)
        #expect(HTTPClient.ask(server.address.port, endless).hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
        #expect(HTTPClient.ask(server.address.port, Self.good).hasPrefix("HTTP/1.1 200 OK\r\n"))
    }

    @Test func `a slow client is dropped without an answer, and the next one served`() throws {
        let server = try Self.server()
        defer { server.stop() }
        let slow = try #require(HTTPClient(port: server.address.port))
        slow.send("GET /metr")
        #expect(HTTPClient.ask(server.address.port, Self.good).hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(slow.receiveAll() == "")
    }

    @Test func `a head in pieces is one head`() throws {
        let server = try Self.server()
        defer { server.stop() }
        let client = try #require(HTTPClient(port: server.address.port))
        for character in "GET / HTTP/1.0\r\n\r\n" { client.send(String(character)) }
        #expect(client.receiveAll().hasPrefix("HTTP/1.1 200 OK\r\n"))
    }

    @Test func `a client that does not read its answer is dropped`() throws {
        let server = try Self.server(answerTime: .milliseconds(300))
        defer { server.stop() }
        var large = LiveStatistics()
        for number in 0..<60000 { large.interfaces.append(InterfaceStatistics(name: "eth\(number)")) }
        server.publish(large)
        let deaf = try #require(HTTPClient(port: server.address.port))
        deaf.send(Self.good)
        let next = try #require(HTTPClient(port: server.address.port))
        next.send("GET / HTTP/1.0\r\n\r\n")
        #expect(next.receiveAll().hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(deaf.receiveAll().utf8.count < MetricsText.text(large).utf8.count)
    }

    @Test func `many connections are served one after another, those that left are no trouble`() throws {
        let server = try Self.server()
        defer { server.stop() }
        for _ in 0..<100 { _ = HTTPClient(port: server.address.port) }
        for _ in 0..<100 {
            #expect(HTTPClient.ask(server.address.port, Self.good).hasPrefix("HTTP/1.1 200 OK\r\n"))
        }
    }

    @Test func `a port that is taken is refused with the system's word`() throws {
        let server = try Self.server()
        defer { server.stop() }
        let failure = #expect(throws: SystemFailure.self) { try MetricsServer(on: server.address) }
        #expect(failure?.number == 98)
    }

    @Test func `it listens on IPv6 too, where the machine has it`() throws {
        let address = try #require(MetricsAddress("[::1]:0"))
        do {
            let server = try MetricsServer(on: address)
            #expect(server.address.port != 0)
        } catch {
            // EADDRNOTAVAIL and EAFNOSUPPORT: the machine has no IPv6.
            #expect([99, 97].contains(error.number))
        }
    }
}
