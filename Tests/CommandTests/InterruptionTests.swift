import Foundation
import Testing

@Suite("Interruption")
struct InterruptionTests {
    /// Waits until a field of the process's status, a mask of signals, is as wanted.
    private func wait(_ process: Process, for field: String, until isRight: (UInt64) -> Bool) throws {
        for _ in 0..<2000 {
            let status = try String(
                contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
            let line = try #require(status.split(separator: "\n").first { $0.hasPrefix(field) })
            let mask = UInt64(line.split(separator: "\t").last ?? "", radix: 16) ?? 0
            if isRight(mask) { return }
            usleep(5000)
        }
        Issue.record("the process never got there")
    }

    /// Waits until what was written to a named pipe, which is open both ways here, has been read by the other side.
    private func waitUntilEmpty(_ pipe: FileHandle) {
        for _ in 0..<1000 {
            var state = pollfd(fd: pipe.fileDescriptor, events: Int16(POLLIN), revents: 0)
            // The structure outlives the call, which returns at once.
            if unsafe poll(&state, 1, 0) == 0 { return }
            usleep(10_000)
        }
        Issue.record("the process never read")
    }

    private static let both: UInt64 = 1 << UInt64(SIGINT - 1) | 1 << UInt64(SIGTERM - 1)

    @Test(
        "INT and TERM end a run that waits: what came is accounted for, the log is whole",
        arguments: [
            (SIGINT, Int32(130)), (SIGTERM, Int32(143)),
        ])
    func firstSignal(signal: Int32, code: Int32) throws {
        let scene = try Scene.ready()
        let process = scene.process(["scan", "-", "--event-log", "events.json", "--host", "h"])
        let input = Pipe()
        process.standardInput = input
        let outcome = try scene.finish(process) { process in
            try input.fileHandleForWriting.write(contentsOf: Data(Scene.savefile(saying: Scene.word)))
            try wait(process, for: "SigCgt") { $0 & Self.both == Self.both }
            kill(process.processIdentifier, signal)
        }
        #expect(outcome.code == code)
        #expect(outcome.output.contains("Interrupted; what follows is the account up to then."))
        #expect(outcome.output.contains("the run was interrupted before the input ended"))
        #expect(!outcome.output.contains("Nothing found"))
        #expect(outcome.lines.last == "Event log: events.json")
    }

    @Test("A second INT ends the process at once")
    func secondSignal() throws {
        let scene = try Scene.ready()
        // A named pipe, unlike standard input, goes on waiting after the first signal.
        let maker = scene.process(["pipe"])
        maker.executableURL = URL(fileURLWithPath: "/usr/bin/mkfifo")
        #expect(try scene.finish(maker).code == 0)
        let writer = try #require(FileHandle(forUpdatingAtPath: scene.path("pipe")))
        let process = scene.process(["scan", "pipe"])
        let outcome = try scene.finish(process) { process in
            try writer.write(contentsOf: Data(Scene.savefile(saying: "x").prefix(40)))
            try wait(process, for: "SigCgt") { $0 & Self.both == Self.both }
            // Before it has begun to read, the first signal alone would end it.
            waitUntilEmpty(writer)
            kill(process.processIdentifier, SIGINT)
            try wait(process, for: "ShdPnd") { $0 & Self.both == 0 }
            kill(process.processIdentifier, SIGINT)
        }
        #expect(outcome.code == 130)
        #expect(outcome.output.isEmpty)
    }
}
