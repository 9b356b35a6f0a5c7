import Foundation
import NetTypes
import Testing

@testable import Incidents

/// Webhooks against a server of every mood.
@Suite struct WebhookSinkTests {
    private func runner(
        _ server: TestServer, _ outbox: MemoryOutbox, secret: String = "", timeout: Int = 2,
        notice: @escaping @Sendable (SinkNotice) -> Void = { _ in }
    ) -> SinkRunner {
        var webhook = WebhookConfiguration(url: "http://127.0.0.1:\(server.port)/hook")
        (webhook.secretFile, webhook.timeout) = (secret, timeout)
        return SinkRunner(
            SinkConfiguration(name: "hook", kind: .webhook(webhook)), outbox: outbox,
            context: Samples.sinkContext, pacing: Samples.quick, notice: notice)
    }

    @Test func `a request is signed, and is the event`() throws {
        let folder = try SinkFolder()
        let secret = try folder.write("secret", "bí mật\n")
        let requests = TestLog<TestRequest>()
        let server = try TestServer { connection, _ in
            while let request = TestRequest(connection) {
                requests.append(request)
                connection.send("HTTP/1.1 204 No Content\r\n\r\n")
            }
        }
        defer { server.stop() }
        let outbox = MemoryOutbox(Samples.events(1...20))
        let runner = runner(server, outbox, secret: secret)
        runner.start()
        let isDone = Samples.eventually { outbox.place(of: "hook") == 20 }
        #expect(isDone && runner.stop(within: 10))
        let seen = requests.all
        #expect(seen.map(\.body) == Samples.events(1...20).map { Array($0.line.utf8) })
        #expect(seen.map { $0.headers["x-haidang-event"] } == (1...20).map { "event-\($0)" })
        #expect(seen.first?.line == "POST /hook HTTP/1.1")
        #expect(seen.first?.headers["content-type"] == "application/json; charset=utf-8")
        for request in seen.prefix(2) {
            try folder.write("signed", (request.headers["x-haidang-timestamp"] ?? "") + ".")
            let body = try folder.write("body", String(decoding: request.body, as: UTF8.self))
            // As docs/EVENTS.md tells a receiver to check it.
            let check = "cat signed \(body) | openssl dgst -sha256 -hmac \"$(cat secret)\" -r | cut -d' ' -f1"
            let answer = try folder.run("/bin/sh", ["-c", check]).text
            #expect(request.headers["x-haidang-signature"] == "sha256=" + answer.dropLast())
        }
        #expect(runner.status.sent == 20 && runner.status.isConnected && runner.status.retries == 0)
    }

    /// What the server answers to the first request for event 3; each is tried again until 200.
    @Test(arguments: [
        "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 503 No\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 429 No\r\nRetry-After: 99999999999999999999\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 408 No\r\nContent-Length: 0\r\n\r\n", "", "HTTP/1.1 2", "nonsense\r\n\r\n",
    ])
    func `trouble is tried again, in order`(answer: String) throws {
        let seen = TestLog<String>()
        let server = try TestServer { connection, _ in
            while let request = TestRequest(connection) {
                let id = request.headers["x-haidang-event"] ?? ""
                let isFirst = !seen.all.contains(id)
                seen.append(id)
                guard id == "event-3", isFirst else {
                    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
                    continue
                }
                connection.send(answer)
                if !answer.hasSuffix("0\r\n\r\n") { return }
            }
        }
        defer { server.stop() }
        let outbox = MemoryOutbox(Samples.events(1...5))
        let runner = runner(server, outbox)
        runner.start()
        let isDone = Samples.eventually { outbox.place(of: "hook") == 5 }
        #expect(isDone && runner.stop(within: 10))
        #expect(seen.all == ["event-1", "event-2", "event-3", "event-3", "event-4", "event-5"])
        #expect(runner.status.sent == 5 && runner.status.refused == 0)
        // Where a connection that was used before ends without an answer, libcurl itself tries another one first.
        #expect(runner.status.retries == 1 || runner.status.retries == 0 && answer.utf8.count < 12)
    }

    @Test func `a server that hangs is left after the timeout, and asked again`() throws {
        let seen = TestLog<Int>()
        let server = try TestServer { connection, number in
            guard TestRequest(connection) != nil else { return }
            seen.append(number)
            if number == 0 {
                while connection.readMore() {}
            } else {
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            }
        }
        defer { server.stop() }
        let outbox = MemoryOutbox(Samples.events(1...1))
        let runner = runner(server, outbox, timeout: 1)
        runner.start()
        let isDone = Samples.eventually { outbox.place(of: "hook") == 1 }
        #expect(isDone && runner.stop(within: 10))
        // On a slow machine the second answer may come too late as well, and then the third counts.
        #expect(seen.all.prefix(2) == [0, 1])
    }

    @Test(arguments: [
        "400 Bad", "302 Found\r\nLocation: http://127.0.0.1:1/", "404 No", "410 Gone", "304 Same",
    ])
    func `an event that is refused does not block the others`(answer: String) throws {
        let seen = TestLog<String>()
        let server = try TestServer { connection, _ in
            while let request = TestRequest(connection) {
                seen.append(request.headers["x-haidang-event"] ?? "")
                let isBad = String(decoding: request.body, as: UTF8.self).contains(#"r":2"#)
                connection.send("HTTP/1.1 \(isBad ? answer : "200 OK")\r\nContent-Length: 0\r\n\r\n")
            }
        }
        defer { server.stop() }
        let notices = TestLog<SinkNotice>()
        let outbox = MemoryOutbox(Samples.events(1...3) + [Samples.event(20), Samples.event(21)])
        let runner = runner(server, outbox) { notices.append($0) }
        runner.start()
        let isDone = Samples.eventually { outbox.place(of: "hook") == 21 }
        #expect(isDone && runner.stop(within: 10))
        #expect(seen.all == ["event-1", "event-2", "event-3", "event-20", "event-21"])
        #expect(runner.status.refused == 3 && runner.status.sent == 2 && runner.status.retries == 0)
        let code = String(answer.prefix(3))
        #expect(notices.all == [.refused(sink: "hook", event: "event-2", reason: "HTTP \(code)")])
    }

    @Test func `an answer without end is cut off, and its status counts`() throws {
        let server = try TestServer { connection, number in
            guard TestRequest(connection) != nil else { return }
            connection.send("HTTP/1.1 200 OK\r\n\r\n")
            let text = String(repeating: "x", count: 60_000)
            for _ in 0..<20 { connection.send(text) }
        }
        defer { server.stop() }
        let outbox = MemoryOutbox(Samples.events(1...2))
        let runner = runner(server, outbox)
        runner.start()
        let isDone = Samples.eventually { outbox.place(of: "hook") == 2 }
        #expect(isDone && runner.stop(within: 10))
        #expect(runner.status.sent == 2)
    }

    @Test func `an identifier cannot add a header`() throws {
        let requests = TestLog<TestRequest>()
        let server = try TestServer { connection, _ in
            guard let request = TestRequest(connection) else { return }
            requests.append(request)
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        }
        defer { server.stop() }
        var event = Samples.event(1)
        event.id = "a\r\nX-Evil: 1\r\n\r\nb"
        let outbox = MemoryOutbox([event])
        let runner = runner(server, outbox)
        runner.start()
        let isDone = Samples.eventually { outbox.place(of: "hook") == 1 }
        #expect(isDone && runner.stop(within: 10))
        #expect(requests.all.first?.headers["x-evil"] == nil)
        #expect(requests.all.first?.headers["x-haidang-event"] == "aX-Evil:1b")
    }

    @Test func `without its secret nothing is sent`() throws {
        let requests = TestLog<TestRequest>()
        let server = try TestServer { connection, _ in
            if let request = TestRequest(connection) { requests.append(request) }
        }
        defer { server.stop() }
        let outbox = MemoryOutbox(Samples.events(1...1))
        let runner = runner(server, outbox, secret: "/nowhere/secret")
        runner.start()
        let isTried = Samples.eventually { runner.status.retries > 1 }
        #expect(isTried && runner.stop(within: 10))
        #expect(requests.all.isEmpty && outbox.place(of: "hook") == 0)
        #expect(runner.status.lastError == "/nowhere/secret: no secret can be read there")
    }
}
