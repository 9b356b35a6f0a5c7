import Foundation
import NetTypes
import Testing

@testable import Incidents

/// Syslog over TCP to receivers that come and go.
@Suite struct SyslogSinkTests {
    private func runner(_ port: Int, _ outbox: MemoryOutbox, batch: Int = 50) -> SinkRunner {
        var syslog = SyslogConfiguration(transport: .tcp, host: "127.0.0.1")
        syslog.port = port
        var pacing = Samples.quick
        pacing.batch = batch
        return SinkRunner(
            SinkConfiguration(name: "log", kind: .syslog(syslog)), outbox: outbox,
            context: Samples.sinkContext, pacing: pacing)
    }

    /// The numbers of events in the order in which each was first seen.
    private func firsts(_ frames: [[UInt8]]) -> [Int64] {
        var seen: Set<Int64> = []
        return frames.compactMap { frame in
            let text = String(decoding: frame, as: UTF8.self)
            guard
                let number = EventNode(line: String(text.drop { $0 != "{" }))?.words("number").flatMap(
                    Int64.init)
            else { return nil }
            return seen.insert(number).inserted ? number : nil
        }
    }

    @Test func `messages arrive framed by their length`() throws {
        let frames = TestLog<[UInt8]>()
        let server = try TestServer { connection, _ in
            while let frame = connection.frame() { frames.append(frame) }
        }
        defer { server.stop() }
        let name = String(repeating: "dài\\n", count: 50_000)
        let outbox = MemoryOutbox(
            Samples.events(1...100) + [Samples.event(101, line: #"{"number":101,"name":"\#(name)"}"#)])
        let runner = runner(server.port, outbox)
        runner.start()
        let isDone = Samples.eventually { outbox.place(of: "log") == 101 }
        #expect(isDone && runner.stop(within: 10))
        let isThere = Samples.eventually { frames.all.count == 101 }
        #expect(isThere && firsts(frames.all) == Array(1...101))
        let maker = SyslogMessage(.init(transport: .tcp, host: ""), Samples.sinkContext)
        #expect(frames.all[6] == maker.message(Samples.event(7)).bytes)
        #expect(runner.status.sent == 101 && runner.status.shortened == 1)
    }

    @Test(arguments: [0, 1, 2, 7, 500, 3000, 20_000])
    func `a receiver that goes in mid-frame gets everything when it is back, in order`(read: Int) throws {
        let frames = TestLog<[UInt8]>()
        let server = try TestServer { connection, number in
            if number < 3 {
                // It reads whole frames of what it gets before it goes, and leaves the rest unread.
                var taken = 0
                while taken < read, let frame = connection.frame() {
                    frames.append(frame)
                    taken += frame.count
                }
                if number == 1 { connection.reset() }
                return
            }
            while let frame = connection.frame() { frames.append(frame) }
        }
        defer { server.stop() }
        let outbox = MemoryOutbox(Samples.events(1...400))
        let runner = runner(server.port, outbox)
        runner.start()
        let isDone = Samples.eventually { Set(firsts(frames.all)).count == 400 }
        #expect(isDone)
        #expect(firsts(frames.all) == Array(1...400))
        let isConfirmed = Samples.eventually { outbox.place(of: "log") == 400 }
        #expect(isConfirmed && runner.stop(within: 10))
    }

    @Test func `the last batch of a receiver that goes right after it is sent once more`() throws {
        let frames = TestLog<[UInt8]>()
        let server = try TestServer { connection, number in
            if number == 0 {
                // Long enough for the batch to be confirmed; nothing of it is read.
                Thread.sleep(forTimeInterval: 0.5)
                return
            }
            while let frame = connection.frame() { frames.append(frame) }
        }
        defer { server.stop() }
        let outbox = MemoryOutbox(Samples.events(1...20))
        let runner = runner(server.port, outbox)
        runner.start()
        let isConfirmed = Samples.eventually { outbox.place(of: "log") == 20 }
        let isThere = Samples.eventually { frames.all.count == 20 }
        outbox.append(Samples.events(21...25))
        let isRest = Samples.eventually { frames.all.count == 25 }
        #expect(isConfirmed && isThere && isRest && runner.stop(within: 10))
        #expect(firsts(frames.all) == Array(1...25))
    }

    @Test func `a receiver that is not there yet is waited for`() throws {
        let early = try TestServer { _, _ in }
        let port = early.port
        early.stop()
        let outbox = MemoryOutbox(Samples.events(1...5))
        let runner = runner(port, outbox)
        runner.start()
        let isTried = Samples.eventually { runner.status.retries > 2 }
        let error = runner.status.lastError
        let frames = TestLog<[UInt8]>()
        let server = try TestServer(port: port) { connection, _ in
            while let frame = connection.frame() { frames.append(frame) }
        }
        defer { server.stop() }
        let isDone = Samples.eventually { outbox.place(of: "log") == 5 }
        #expect(isTried && isDone && runner.stop(within: 10))
        #expect(error == "127.0.0.1 port \(port): Connection refused")
        #expect(firsts(frames.all) == Array(1...5) && runner.status.isConnected)
    }

    @Test func `datagrams are messages without a frame`() throws {
        let receiver = try DatagramReceiver()
        var syslog = SyslogConfiguration(transport: .udp, host: "127.0.0.1")
        (syslog.port, syslog.format) = (receiver.port, .cef)
        let outbox = MemoryOutbox(Samples.events(1...30))
        let runner = SinkRunner(
            SinkConfiguration(name: "log", kind: .syslog(syslog)), outbox: outbox,
            context: Samples.sinkContext, pacing: Samples.quick)
        runner.start()
        let isDone = Samples.eventually { outbox.place(of: "log") == 30 }
        #expect(isDone && runner.stop(within: 10))
        let maker = SyslogMessage(syslog, Samples.sinkContext)
        let expected = Samples.events(1...30).map { maker.message($0).bytes }
        #expect(receiver.datagrams(30) == expected)
    }
}
