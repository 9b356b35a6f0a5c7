import Foundation
import Incidents
import NetTypes
import Testing

@testable import haidang

@Suite("What the doctor makes of a clock, a timer and a last run")
struct NightDoctorTests {
    private static let ended = Timestamp(seconds: 1_790_000_000, nanoseconds: 0)

    /// What is found of a ledger whose one run ended then with this code, some seconds later.
    private func examine(
        after seconds: Int64, code: Int32 = 0, _ change: (inout NightMachine) -> Void = { _ in }
    ) throws -> [String: Diagnosis] {
        let scene = try Scene()
        let ledger = try ScanLedger(path: scene.path("l.db"))
        try ledger.hold(now: Self.ended)
        let basis = LedgerBasis(ruleSet: [1], engine: "1", options: [2])
        let run = try ledger.begin(
            asked: [LedgerPath(scene.path("in"))], basis: basis, host: "h", now: Self.ended)
        try ledger.finish(run, exitCode: code, known: 0, left: 0, now: Self.ended)
        try ledger.close()
        var machine = NightMachine(
            now: Self.ended.advanced(by: seconds * 1_000_000_000), isClockKept: true, timer: "enabled",
            user: "haidang", isRoot: false)
        change(&machine)
        let doctor = NightDoctor(
            settings: Settings(), ledger: scene.path("l.db"), paths: [], machine: machine)
        let found = doctor.examine()
        #expect(Set(found.map(\.subject.name)).count == found.count)
        return Dictionary(uniqueKeysWithValues: found.map { ($0.subject.name, $0) })
    }

    @Test("A run is too long ago after 26 hours", arguments: [(26 * 3600, "ok"), (26 * 3600 + 1, "warn")])
    func age(seconds: Int64, condition: String) throws {
        #expect(try examine(after: seconds)["last_run"]?.condition.rawValue == condition)
    }

    @Test(
        "Every code but 0 and 1 says that the night was not complete", arguments: [0, 1, 3, 5, 75] as [Int32])
    func code(code: Int32) throws {
        let found = try #require(try examine(after: 60, code: code)["last_run"])
        #expect(found.condition == (code < 2 ? .ok : .warning) && found.detail.hasSuffix(" \(code)"))
    }

    @Test("A clock behind the last run is a failure, and one that nobody keeps a warning")
    func clock() throws {
        let behind = try #require(try examine(after: -1)["clock"])
        #expect(behind.condition == .failure && behind.code == .input && behind.detail.contains("2026-09-21"))
        #expect(try examine(after: 0)["clock"]?.condition == .ok)
        #expect(try examine(after: 0) { $0.isClockKept = false }["clock"]?.condition == .warning)
        #expect(try examine(after: 0) { $0.isClockKept = nil }["clock"]?.condition == .ok)
    }

    @Test("A timer that is not enabled is a warning; without systemd that is said")
    func timer() throws {
        #expect(try examine(after: 0)["timer"]?.condition == .ok)
        for state in ["disabled", "not-found", "masked"] {
            let found = try #require(try examine(after: 0) { $0.timer = state }["timer"])
            #expect(found.condition == .warning && found.detail == "haidang-scan.timer: \(state)")
        }
        #expect(try examine(after: 0) { $0.timer = nil }["timer"]?.condition == .note)
    }

    @Test("The folder of the last run is looked for; it is gone")
    func asked() throws {
        #expect(try examine(after: 0)["savefiles"]?.condition == .failure)
    }

    @Test("Root is told that others see less")
    func root() throws {
        #expect(try examine(after: 0)["account"]?.condition == .ok)
        #expect(try examine(after: 0) { $0.isRoot = true }["account"]?.condition == .note)
    }

    @Test(
        "A place needs as much again as there is, and at least a gibibyte; recordings what is left of their limit"
    )
    func needed() throws {
        let scene = try Scene()
        let log = NightPlace(kind: .eventLog, path: scene.path("e.json"))
        #expect(log.needed() == 1 << 30)
        try scene.shell("truncate -s 3G e.json; mkdir r; truncate -s 1G r/1 r/2")
        #expect(log.needed() == 3 << 30)
        let recordings = NightPlace(kind: .recordings, path: scene.path("r"))
        #expect(recordings.needed(limit: 16 << 30) == 14 << 30)
        #expect(recordings.needed(limit: 2 << 30) == 1 << 30)
        #expect(recordings.needed() == 1 << 30)
        #expect(recordings.folder == scene.path("r") && log.folder == scene.folder.path)
        #expect(NightPlace(kind: .store, path: "i.db").folder == ".")
    }
}
