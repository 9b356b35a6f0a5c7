import Foundation
import Incidents
import NetTypes
import TestSupport
import Testing

@Suite(
    "A file that is larger than the time and the memory of a night",
    .enabled(if: Scene.takesHugeFiles, "the file system takes no sparse file of 200 GiB"))
struct HugeFileTests {
    /// Three captures of one detection each, and one that begins with a detection and goes on for 200 GiB.
    private func ready() throws -> Scene {
        let scene = try Scene()
        try scene.write("rules/beacon.yar", Scene.rule)
        for (port, name) in zip(20_001..., ["alpha", "bravo", "charlie"]) {
            try scene.write("in/\(name).pcap", SavefileBytes.pcap(Scene.beacon(UInt16(port)).frames))
        }
        try scene.write("in/huge.pcap", Self.head, upTo: Scene.hugeSize)
        return scene
    }

    /// What the huge file begins with.
    private static let head = SavefileBytes.pcap(Scene.beacon(20_000).frames)

    private static let limit = "1GiB"
    private static let mostKilobytes = 1 << 20

    /// Waits for the end of a process; the most memory that it ever had, in kilobytes.
    private func peak(of process: Process) -> Int {
        var peak = 0
        while process.isRunning {
            let status = try? String(
                contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
            let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            peak = max(peak, line?.split(separator: " ").dropLast().last.flatMap { Int($0) } ?? 0)
            usleep(20_000)
        }
        return peak
    }

    /// The time of day in so many seconds, as the option takes it.
    private func clock(in seconds: Double) -> String {
        let time = Calendar.current.dateComponents(
            [.hour, .minute, .second], from: Date(timeIntervalSinceNow: seconds))
        return [time.hour, time.minute, time.second].map { String(format: "%02d", $0 ?? 0) }
            .joined(separator: ":")
    }

    /// Cuts the huge file down to what is in it, and scans again: three files are known, this one is scanned, and nothing is told twice.
    private func goOn(_ scene: Scene, _ options: [String]) throws {
        try scene.write("in/huge.pcap", Self.head)
        let last = try scene.finish(scene.process(["scan", "in"] + options + Scene.night))
        #expect(last.code == 1 && last.output.contains(#""ledger":{"known":3,"left":0,"#), "\(last.output)")
        #expect(try scene.alerts().count == 4)
        #expect(try Set(scene.alerts()).count == 4)
    }

    @Test(
        "The time ends the run: what was done is entered and told once, what is left is said, and memory stays flat",
        arguments: [[], ["--jobs", "2"]])
    func until(options: [String]) throws {
        let scene = try ready()
        let limits = options + ["--max-memory", Self.limit, "--until", clock(in: 8)]
        let night = Scene.night.filter { $0 != "--json" && $0 != "--quiet" }
        var peak = 0
        let outcome = try scene.finish(scene.process(["scan", "in"] + limits + night)) {
            peak = self.peak(of: $0)
        }
        #expect(outcome.code == 3, "\(outcome.messages)")
        #expect(outcome.output.contains("Left for next time: 1 files, 200.0 GiB"), "\(outcome.output)")
        #expect(!outcome.output.contains("Nothing found"))
        #expect(peak > 0 && peak < Self.mostKilobytes, "\(peak) kB")
        let entries = try scene.ledgerEntries("l.db")
        #expect(entries.count == 3)
        let allDone = entries.allSatisfy { $0.verdict == .done }
        #expect(allDone)
        #expect(try scene.alerts().count == 3)
        try goOn(scene, options)
    }

    @Test(
        "TERM in the middle of it ends the run: the file is not entered, and the next run scans it",
        arguments: [[], ["--jobs", "2"]])
    func terminated(options: [String]) throws {
        let scene = try ready()
        var peak = 0
        let limits = options + ["--max-memory", Self.limit]
        let outcome = try scene.finish(scene.process(["scan", "in"] + limits + Scene.night)) { process in
            // The units before it are on disk: it is read from now on.
            scene.awaits { try scene.alerts().count >= 3 }
            Thread.sleep(forTimeInterval: 1)
            kill(process.processIdentifier, SIGTERM)
            peak = self.peak(of: process)
        }
        #expect(outcome.code == 143, "\(outcome.messages)")
        #expect(outcome.output.contains(#""complete":3,"partial":0,"failed":0"#), "\(outcome.output)")
        #expect(peak < Self.mostKilobytes, "\(peak) kB")
        #expect(try scene.ledgerEntries("l.db").count == 3)
        #expect(try scene.alerts().count == 3)
        try goOn(scene, options)
    }
}
