import AppLayer
import Flow
import Foundation
import NetTypes
import Scan
import Sensor
import TestSupport
import Testing

@testable import haidang

@Suite("How hard a scan works, and when it has to be over")
struct PaceTests {
    @Test(
        "A time of day is the next one",
        arguments: [
            ("06:30", "2026-11-28T01:00:00Z", "2026-11-28T06:30:00Z"),
            ("06:30", "2026-11-28T06:30:00Z", "2026-11-29T06:30:00Z"),
            ("0:05", "2026-11-28T23:59:59Z", "2026-11-29T00:05:00Z"),
            ("06:30:07", "2026-11-28T06:30:06Z", "2026-11-28T06:30:07Z"),
            ("06:30:07", "2026-11-28T06:30:07Z", "2026-11-29T06:30:07Z"),
            ("06:30:00", "2026-11-28T06:29:59Z", "2026-11-28T06:30:00Z"),
        ])
    func time(text: String, now: String, expected: String) throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        let format = ISO8601DateFormatter()
        let date = try #require(format.date(from: now))
        let wanted = try #require(format.date(from: expected))
        #expect(
            PaceOptions.time(text, after: date, in: calendar)?.nanoseconds == Int64(
                wanted.timeIntervalSince1970) * 1_000_000_000)
    }

    @Test(
        "What is no time of day is refused",
        arguments: [
            "", "6", "24:00", "06:60", "6:3", "06:30:60", "06:30:0", "06:30:", "06:30:00:00", "-1:30",
            "06:+3", "a:b",
            "٠٦:٣٠",
        ])
    func noTime(text: String) throws {
        #expect(PaceOptions.time(text) == nil)
        let scene = try Scene.ready()
        #expect(try scene.run("scan", "hit.pcap", "--rules", "rules", "--until", text).code == 2)
    }

    @Test(
        "Numbers out of range are errors of usage",
        arguments: [
            ["--jobs", "257"], ["--nice", "20"], ["--max-memory", "much"], ["--max-memory", "1KiB"],
            ["--jobs", "x"],
        ])
    func usage(options: [String]) throws {
        let scene = try Scene.ready()
        #expect(
            try scene.finish(scene.process(["scan", "hit.pcap", "--rules", "rules"] + options)).code == 2)
    }

    @Test("A scan that gives way and keeps to little memory finds the same")
    func modest() throws {
        let scene = try Scene.ready()
        let outcome = try scene.run(
            "scan", "hit.pcap", "quiet.pcap", "--rules", "rules", "--nice", "19", "--max-memory", "512MiB",
            "--jobs", "8")
        #expect(outcome.code == 1 && outcome.output.contains("Beacon"))
    }

    @Test("Budgets shrink in proportion, then jobs; too little for one job is an error")
    func memory() throws {
        let usual = SensorConfiguration()
        let plenty = try MemoryShare.of(8 << 30, used: 100 << 20, jobs: 4, usual)
        #expect(plenty.jobs == 4 && plenty.sensor == usual)
        let some = try MemoryShare.of(1 << 30, used: 100 << 20, jobs: 2, usual)
        #expect(some.jobs == 2 && some.sensor.scan.budget < usual.scan.budget)
        let sum = some.sensor.scan.budget + some.sensor.application.objectBudget + some.sensor.flow.heldInAll
        #expect(2 * (sum + MemoryShare.overhead) + (100 << 20) <= 1 << 30)
        #expect(
            some.sensor.scan.budget / some.sensor.flow.heldInAll == usual.scan.budget / usual.flow.heldInAll)
        let little = try MemoryShare.of(350 << 20, used: 100 << 20, jobs: 64, usual)
        #expect(little.jobs == 1)
        #expect(throws: CommandError.self) { try MemoryShare.of(150 << 20, used: 100 << 20, jobs: 1, usual) }
        #expect(throws: CommandError.self) { try MemoryShare.of(50 << 20, used: 100 << 20, jobs: 1, usual) }
    }

    @Test("A pace knows what it still has time for")
    func allows() {
        #expect(ScanPace().allows(bytes: .max, rate: 1))
        let over = ScanPace(jobs: 1, until: Timestamp(nanoseconds: 1))
        #expect(over.isOver && !over.allows(bytes: 1, rate: nil))
        let far = ScanPace(jobs: 1, until: Timestamp.now.advanced(by: 1_000_000_000_000))
        #expect(!far.isOver && far.allows(bytes: 1_000, rate: 10) && !far.allows(bytes: 1_000_000, rate: 10))
        #expect(far.allows(bytes: .max, rate: nil), "nobody knows")
    }

    @Test(
        "A run that has no more time leaves files, says which, and the next one scans them",
        arguments: ["1", "2"])
    func leftOver(jobs: String) throws {
        let scene = try Scene()
        try scene.write("rules/beacon.yar", Scene.rule)
        let folder = scene.folder.path
        for number in 0..<3 { try scene.write("in/c\(number).pcap", Scene.savefile(saying: Scene.word)) }
        // The time is over before the first file: nothing that a clock could change.
        let run = try ScanRunProbe.run(folder, until: Timestamp(nanoseconds: 1), jobs: Int(jobs) ?? 1)
        #expect(run.leftOver.files == 3 && run.leftOver.bytes > 0)
        #expect(run.account.complete == 0 && !run.wasInterrupted)
        let whole = try ScanRunProbe.run(folder, until: nil, jobs: Int(jobs) ?? 1)
        #expect(whole.leftOver.files == 0 && whole.account.complete == 3)
    }
}
