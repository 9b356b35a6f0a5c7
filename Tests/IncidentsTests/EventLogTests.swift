import Foundation
import NetTypes
import Testing

@testable import Incidents

/// The event log as a file: appended to, rotated, and honest about what it could not write.
@Suite struct EventLogTests {
    private let encoder = EventEncoder(host: "s", origin: .interfaces(["eth0"]))

    /// Runs a body with a folder of its own, removed afterwards.
    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("events-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private func content(_ path: String) throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }

    @Test func `a new log holds a line for each event and is private to its group`() throws {
        try inFolder { folder in
            let log = try EventLog(path: folder + "/eve.json", encoder: encoder)
            for finding in Samples.findings { log.receive(finding) }
            log.receive(.stream(Samples.stream))
            #expect(try content(log.path) == "")
            try log.close()
            let lines = Samples.findings.compactMap { encoder.line($0) }
            #expect(try content(log.path) == lines.map { $0 + "\n" }.joined())
            #expect(log.linesWritten == UInt64(lines.count))
            #expect(log.linesLost == 0)
            let mode = try FileManager.default.attributesOfItem(atPath: log.path)[.posixPermissions] as? Int
            #expect((mode ?? 0o777) & ~0o640 == 0)
            #expect((mode ?? 0) & 0o600 == 0o600)
        }
    }

    @Test(arguments: [("old\n", "old\n"), ("old", "old\n"), ("", "")])
    func `a log that exists is appended to, and a torn line is not glued to`(old: String, head: String) throws
    {
        try inFolder { folder in
            let path = folder + "/eve.json"
            try old.write(toFile: path, atomically: true, encoding: .utf8)
            let log = try EventLog(path: path, encoder: encoder)
            log.receive(.flow(Samples.tcp))
            log.receive(.flow(Samples.tcp))
            try log.close()
            let line = try #require(encoder.line(.flow(Samples.tcp)))
            #expect(try content(path) == head + line + "\n" + line + "\n")
        }
    }

    @Test func `a full buffer is written without being asked`() throws {
        try inFolder { folder in
            let log = try EventLog(path: folder + "/eve.json", encoder: encoder)
            let size = try #require(encoder.line(.flow(Samples.tcp))).utf8.count + 1
            let lines = (EventLog.capacity + size - 1) / size
            for _ in 1..<lines { log.receive(.flow(Samples.tcp)) }
            #expect(try content(log.path).isEmpty)
            log.receive(.flow(Samples.tcp))
            #expect(try content(log.path).utf8.count == lines * size)
            try log.close()
        }
    }

    @Test func `a full disk is remembered, counted and reported by close`() throws {
        let log = try EventLog(path: "/dev/full", encoder: encoder)
        log.receive(.flow(Samples.tcp))
        log.receive(.anomaly(Samples.anomaly))
        log.flush()
        let expected = EventLogError(operation: .write, path: "/dev/full", code: ENOSPC)
        #expect(log.failure == expected)
        #expect(log.linesLost == 2)
        log.receive(.flow(Samples.tcp))
        #expect(throws: expected) { try log.close() }
        #expect(log.linesLost == 3)
        #expect(log.linesWritten == 0)
        #expect(expected.description == "cannot write event log /dev/full: No space left on device")
    }

    @Test func `a line after close is lost and counted`() throws {
        try inFolder { folder in
            let log = try EventLog(path: folder + "/eve.json", encoder: encoder)
            try log.close()
            log.receive(.flow(Samples.tcp))
            log.flush()
            #expect(log.linesLost == 1)
            #expect(log.failure?.code == EBADF)
            #expect(try content(log.path).isEmpty)
        }
    }

    @Test func `reopening after a rotation writes what is pending to the old file`() throws {
        try inFolder { folder in
            let path = folder + "/eve.json"
            let log = try EventLog(path: path, encoder: encoder)
            log.receive(.flow(Samples.tcp))
            try FileManager.default.moveItem(atPath: path, toPath: path + ".1")
            try log.reopen()
            log.receive(.anomaly(Samples.anomaly))
            try log.close()
            #expect(try content(path + ".1") == (encoder.line(.flow(Samples.tcp)) ?? "") + "\n")
            #expect(try content(path) == (encoder.line(.anomaly(Samples.anomaly)) ?? "") + "\n")
        }
    }

    @Test func `reopening that fails keeps the old file`() throws {
        try inFolder { folder in
            let path = folder + "/logs/eve.json"
            try FileManager.default.createDirectory(
                atPath: folder + "/logs", withIntermediateDirectories: true)
            let log = try EventLog(path: path, encoder: encoder)
            try FileManager.default.moveItem(atPath: folder + "/logs", toPath: folder + "/away")
            #expect(throws: EventLogError(operation: .open, path: path, code: ENOENT)) { try log.reopen() }
            log.receive(.flow(Samples.tcp))
            try log.close()
            #expect(log.linesWritten == 1)
            #expect(try content(folder + "/away/eve.json").hasSuffix("}\n"))
        }
    }

    @Test(arguments: [("/nowhere/eve.json", ENOENT), ("/tmp", EISDIR), ("a\0b", EINVAL), ("", ENOENT)])
    func `a path that cannot be opened says why`(path: String, code: Int32) {
        #expect(throws: EventLogError(operation: .open, path: path, code: code)) {
            _ = try EventLog(path: path, encoder: encoder)
        }
    }

    @Test func `a reader that goes away is an error and not the end`() throws {
        signal(SIGPIPE, SIG_IGN)
        try inFolder { folder in
            let path = folder + "/pipe"
            try #require(unsafe mkfifo(path, 0o600) == 0)
            let reader = unsafe open(path, O_RDONLY | O_NONBLOCK)
            let log = try EventLog(path: path, encoder: encoder)
            log.receive(.flow(Samples.tcp))
            log.flush()
            #expect(log.linesWritten == 1)
            _ = close(reader)
            log.receive(.flow(Samples.tcp))
            #expect(throws: EventLogError(operation: .write, path: path, code: EPIPE)) { try log.close() }
            #expect(log.linesLost == 1)
        }
    }

    @Test func `a line that was cut short is ended before the next one`() throws {
        try inFolder { folder in
            var file = try LogFile(path: folder + "/eve.json")
            let first = file.write(Array("ab".utf8))
            let isTorn = file.endsInsideLine
            let second = file.write(Array("cd\n".utf8))
            let isTornAfterwards = file.endsInsideLine
            let closing = file.close()
            #expect(first == (2, 0))
            #expect(isTorn)
            #expect(second == (3, 0))
            #expect(!isTornAfterwards)
            #expect(closing == 0)
            #expect(try content(folder + "/eve.json") == "ab\ncd\n")
        }
    }

    @Test func `a log that is let go writes what it holds`() throws {
        try inFolder { folder in
            let path = folder + "/eve.json"
            do {
                let log = try EventLog(path: path, encoder: encoder)
                log.receive(.flow(Samples.tcp))
            }
            #expect(try content(path).hasSuffix("}\n"))
        }
    }

    @Test func `an exchanged encoder changes the origin of the next events`() throws {
        try inFolder { folder in
            let log = try EventLog(path: folder + "/eve.json", encoder: encoder)
            log.receive(.flow(Samples.tcp))
            log.encoder.origin = .savefile(path: "b.pcap")
            log.receive(.flow(Samples.tcp))
            try log.close()
            let lines = try content(log.path).split(separator: "\n")
            #expect(lines[0].contains(#""in_iface":"eth0""#))
            #expect(lines[1].contains(#""pcap_filename":"b.pcap""#))
        }
    }
}
