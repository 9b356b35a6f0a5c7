import Foundation
import NetTypes
import Testing

@testable import Incidents

/// What all sinks have in common: filters, secrets, waking, stopping, and not waiting for each other.
@Suite struct SinkRunnerTests {
    private func file(_ path: String, _ name: String = "file") -> SinkConfiguration {
        SinkConfiguration(name: name, kind: .file(path: path))
    }

    private func lines(_ folder: SinkFolder, _ name: String) -> [String] {
        folder.text(name).split(separator: "\n").map(String.init)
    }

    @Test func `events of secret networks leave by no sink but one inside`() throws {
        let folder = try SinkFolder()
        var events = Samples.events(1...6)
        for place in [1, 2, 5] { events[place].isSecret = true }
        let outbox = MemoryOutbox(events)
        var inside = file(folder.path + "/inside", "inside")
        inside.takesSecrets = true
        let sinks = try SinkSet(
            [file(folder.path + "/outside", "outside"), inside], outbox: outbox, context: Samples.sinkContext,
            pacing: Samples.quick)
        sinks.start()
        let isDone = Samples.eventually { sinks.statuses.allSatisfy { $0.sent + $0.withheld == 6 } }
        #expect(isDone && sinks.stop(within: 10))
        #expect(lines(folder, "outside") == [0, 3, 4].map { events[$0].line })
        #expect(lines(folder, "inside") == events.map(\.line))
        #expect(sinks.statuses.map(\.withheld) == [3, 0])
        #expect(outbox.place(of: "outside") == 6 && outbox.place(of: "inside") == 6)
    }

    @Test func `what a filter leaves out is confirmed and counted`() throws {
        let folder = try SinkFolder()
        var events = Samples.events(1...600)
        for place in events.indices { events[place].severity = place % 4 + 1 }
        var configuration = file(folder.path + "/out")
        configuration.filter.severity = 1
        let outbox = MemoryOutbox(events)
        let runner = SinkRunner(
            configuration, outbox: outbox, context: Samples.sinkContext, pacing: Samples.quick)
        runner.start()
        let isDone = Samples.eventually { outbox.place(of: "file") == 600 }
        #expect(isDone && runner.stop(within: 10))
        #expect(lines(folder, "out") == events.filter { $0.severity == 1 }.map(\.line))
        #expect(runner.status.filtered == 450 && runner.status.sent == 150)
    }

    @Test func `stopping sends what waits, and a woken sink does not poll`() throws {
        let folder = try SinkFolder()
        let outbox = MemoryOutbox()
        var pacing = Samples.quick
        pacing.poll = 3600
        let runner = SinkRunner(
            file(folder.path + "/out"), outbox: outbox, context: Samples.sinkContext, pacing: pacing)
        runner.start()
        outbox.append(Samples.events(1...10))
        runner.wake()
        let isSent = Samples.eventually { runner.status.sent == 10 }
        outbox.append(Samples.events(11...2000))
        #expect(isSent && runner.stop(within: 20) && runner.stop(within: 20))
        #expect(lines(folder, "out") == Samples.events(1...2000).map(\.line))
    }

    @Test func `a dead receiver makes nobody else wait, and stopping does not wait for it`() throws {
        let folder = try SinkFolder()
        // A server that takes connections and says nothing.
        let server = try TestServer { connection, _ in while connection.readMore() {} }
        defer { server.stop() }
        var hook = WebhookConfiguration(url: "http://127.0.0.1:\(server.port)/")
        hook.timeout = 300
        let outbox = MemoryOutbox(Samples.events(1...1000))
        let sinks = try SinkSet(
            [
                SinkConfiguration(name: "dead", kind: .webhook(hook)),
                SinkConfiguration(
                    name: "closed", kind: .syslog(.init(transport: .tcp, host: "192.0.2.1"))),
                file(folder.path + "/out"),
            ], outbox: outbox, context: Samples.sinkContext, pacing: Samples.quick)
        sinks.start()
        let isDone = Samples.eventually { outbox.place(of: "file") == 1000 }
        #expect(isDone)
        let hasEnded = sinks.stop(within: 0.1)
        #expect(!hasEnded)
        #expect(outbox.place(of: "dead") == 0 && lines(folder, "out").count == 1000)
    }

    @Test func `an outbox that fails is asked again`() throws {
        let folder = try SinkFolder()
        let outbox = MemoryOutbox(Samples.events(1...3))
        outbox.fail(true)
        let notices = TestLog<SinkNotice>()
        let runner = SinkRunner(
            file(folder.path + "/out"), outbox: outbox, context: Samples.sinkContext,
            pacing: Samples.quick, notice: { notices.append($0) })
        runner.start()
        let isTried = Samples.eventually { runner.status.retries > 2 }
        outbox.fail(false)
        let isDone = Samples.eventually { runner.status.sent == 3 }
        #expect(isTried && isDone && runner.stop(within: 10))
        #expect(notices.all == [.lost(sink: "file", reason: "outbox: Failure()"), .back(sink: "file")])
    }

    @Test func `a full disk keeps events waiting, and a rotated file is left alone`() throws {
        let full = FileSink(path: "/dev/full").deliver(Samples.events(1...3))
        #expect(full.handled == 0 && full.failure == SinkFailure("/dev/full: No space left on device"))
        let folder = try SinkFolder()
        let sink = FileSink(path: folder.path + "/out")
        let first = sink.deliver([Samples.event(1, line: "a\nb\r")])
        try FileManager.default.moveItem(atPath: folder.path + "/out", toPath: folder.path + "/old")
        let second = sink.deliver(Samples.events(2...2))
        #expect(first.handled == 1 && second.handled == 1)
        #expect(folder.text("old") == "ab\n" && folder.text("out") == Samples.event(2).line + "\n")
    }

    @Test func `two sinks of one name are refused`() {
        let both = [file("/a"), file("/b")]
        #expect(throws: SinkConfigurationError(key: "id", reason: .badName)) {
            try SinkSet(both, outbox: MemoryOutbox(), context: Samples.sinkContext)
        }
    }
}
