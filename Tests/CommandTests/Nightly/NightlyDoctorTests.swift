import Foundation
import Incidents
import TestSupport
import Testing

@Suite("haidang doctor --nightly")
struct NightlyDoctorTests {
    /// A scene in which a night has been scanned.
    private func ready() throws -> Scene {
        let scene = try Scene.ready()
        try scene.shell("mkdir in; cp hit.pcap in/1.pcap; cp quiet.pcap in/2.pcap")
        try scene.write("haidang.yml", "log: {event-log: e.json}\nincidents: {store: i.db}\nledger: l.db\n")
        #expect(try scene.run("scan", "in", "--config", "haidang.yml", "--settle", "0s", "--quiet").code == 1)
        return scene
    }

    private func doctor(_ scene: Scene, _ more: String...) throws -> Outcome {
        try scene.finish(scene.process(["doctor", "--nightly", "--config", "haidang.yml"] + more))
    }

    /// The line about something, and the one below it where that says how to mend it.
    private func check(_ outcome: Outcome, _ subject: String) throws -> (line: String, remedy: String) {
        let place = try #require(
            outcome.lines.firstIndex { $0.dropFirst(6).hasPrefix(subject + ": ") }, "\(outcome.output)")
        let next = outcome.lines[place + 1]
        return (outcome.lines[place], next.hasPrefix("      → ") ? next : "")
    }

    @Test(
        "A night that is in order: the ledger, the last run, its savefiles, and every place that is written to"
    )
    func inOrder() throws {
        let scene = try ready()
        let outcome = try doctor(scene)
        #expect(outcome.code == 0)
        let ledger = try check(outcome, "Ledger")
        #expect(
            ledger.line.hasPrefix("ok    Ledger: l.db: ")
                && ledger.line.hasSuffix(" KiB, 1 runs (400 are kept)"))
        let run = try check(outcome, "Last run")
        #expect(run.line.hasPrefix("ok    Last run: ended 20") && run.line.hasSuffix(" UTC with code 1"))
        #expect(try check(outcome, "Savefiles").line == "ok    Savefiles: 2 files: in")
        for (subject, file) in [
            ("Place of the ledger", "l.db"), ("Event log", "e.json"), ("Store of incidents", "i.db"),
        ] {
            #expect(try check(outcome, subject).line.contains("\(subject): \(file): "))
        }
        #expect(outcome.output.contains("  Clock: ") && outcome.output.contains("  Timer: "))
        #expect(try check(outcome, "Rules").line == "ok    Rules: 1 rules: rules")
        #expect(!outcome.output.contains("Interfaces") && !outcome.output.contains("Run at work"))
        let vietnamese = try doctor(scene, "--lang", "vi")
        #expect(vietnamese.output.contains("ok    Lần quét gần nhất: kết thúc 20"))
        #expect(
            try doctor(scene, "hit.pcap", "--ledger", "other.db").output.contains(
                "Savefiles: 1 files: hit.pcap"))
    }

    @Test("Before the first run there is no ledger, which is no fault; without one at all there is a warning")
    func first() throws {
        let scene = try Scene.ready()
        let fresh = try scene.run("doctor", "--nightly", "--ledger", "l.db")
        #expect(fresh.code == 0)
        #expect(try check(fresh, "Ledger").line == "ok    Ledger: l.db: none yet, the first run makes it")
        #expect(try check(fresh, "Savefiles").line.hasPrefix("note  "))
        #expect(!FileManager.default.fileExists(atPath: scene.path("l.db")), "it only looks")
        let none = try scene.run("doctor", "--nightly")
        #expect(none.code == 0)
        #expect(try check(none, "Ledger").line.hasPrefix("warn  "))
    }

    @Test("A run that is at work is a note, and one that was cut off a warning that says how to go on")
    func cutOff() throws {
        let scene = try ready()
        try scene.shell("mkfifo in/slow.pcap; cp hit.pcap in/0.pcap; echo >>in/0.pcap")
        let run = scene.process([
            "scan", "in/0.pcap", "in/slow.pcap", "--config", "haidang.yml", "--settle", "0s", "--quiet",
        ])
        let outcome = try scene.finish(run) { process in
            scene.awaits { try scene.ledgerEntries("l.db").first?.path.description == "in/0.pcap" }
            let during = try doctor(scene, "in/0.pcap")
            let holder = try check(during, "Run at work")
            #expect(holder.line.contains("(process \(process.processIdentifier), since 20"))
            #expect(holder.remedy.contains("75"))
            #expect(try check(during, "Last run").line.hasPrefix("ok    Last run: at work since 20"))
            kill(process.processIdentifier, SIGKILL)
        }
        #expect(outcome.code == 128 + SIGKILL)
        let after = try doctor(scene, "in/0.pcap")
        let last = try check(after, "Last run")
        #expect(
            last.line.hasPrefix("warn  Last run: the one of 20")
                && last.line.hasSuffix("cut off after 1 files"))
        #expect(last.remedy.contains("'haidang scan --resume --ledger l.db'"))
        #expect(!after.output.contains("Run at work") && after.code == 0)
        // As the remedy says.
        try scene.shell("rm in/slow.pcap")
        #expect(try scene.run("scan", "--resume", "--config", "haidang.yml", "--settle", "0s").code != 2)
        let later = try doctor(scene, "in/0.pcap")
        #expect(!later.output.contains("cut off"))
    }

    @Test("What would fail tonight fails now, with how to mend it")
    func failures() throws {
        let scene = try ready()
        try scene.shell("rm l.db*")
        try scene.write("l.db", "not a database")
        let broken = try doctor(scene, "in")
        #expect(broken.code == 5)
        #expect(try check(broken, "Ledger").line.hasPrefix("fail  "))
        #expect(try check(broken, "Ledger").remedy.contains("move l.db away"))
        try scene.shell("rm l.db*; mkdir empty")
        let empty = try doctor(scene, "empty")
        #expect(try check(empty, "Savefiles").line.hasPrefix("warn  ") && empty.code == 0)
        let missing = try doctor(scene, "nowhere")
        #expect(try check(missing, "Savefiles").line.hasPrefix("fail  ") && missing.code == 5)
        try scene.write("haidang.yml", "log: {event-log: no/such/e.json}\n")
        let outcome = try doctor(scene, "in")
        let log = try check(outcome, "Event log")
        #expect(log.line == "fail  Event log: no/such/e.json: No such file or directory" && outcome.code == 5)
        #expect(log.remedy.contains("-m 0750 no/such"))
    }

    @Test("A run that was not complete is a warning that names its code")
    func incomplete() throws {
        let scene = try ready()
        try scene.write("in/3.pcap", "no savefile")
        #expect(try scene.run("scan", "in", "--config", "haidang.yml", "--settle", "0s", "--quiet").code == 3)
        let last = try check(try doctor(scene), "Last run")
        #expect(last.line.hasPrefix("warn  ") && last.line.hasSuffix("with code 3"))
        #expect(last.remedy.contains("code 3"))
    }

    @Test(
        "The user of the service is told what is closed to it", .enabled(if: Scene.canBecome))
    func rights() throws {
        let scene = try ready()
        #expect(try check(try doctor(scene), "User who looks").line.hasPrefix("note  "))
        try scene.shell("chmod 755 . in; chmod 644 * in/*; chmod 755 in rules; chmod 600 in/2.pcap; rm l.db*")
        let nobody = Scene.asNobody()
        let arguments = ["doctor", "--nightly", "--config", "haidang.yml", "in"]
        let process = scene.process(nobody.dropFirst() + [Scene.program.path] + arguments)
        process.executableURL = URL(fileURLWithPath: nobody[0])
        let outcome = try scene.finish(process)
        #expect(outcome.code == 5)
        #expect(
            try check(outcome, "Savefiles").line
                == "fail  Savefiles: 2 files: in: 1 cannot be read, the first is in/2.pcap")
        for subject in ["Place of the ledger", "Event log", "Store of incidents"] {
            let found = try check(outcome, subject)
            #expect(found.line.hasPrefix("fail  ") && found.line.hasSuffix(": Permission denied"))
            #expect(found.remedy.contains("install -d -o haidang"))
        }
    }

    @Test("For machines: a line for each check and one at the end, in English whatever the locale")
    func json() throws {
        let scene = try ready()
        let process = scene.process(
            ["doctor", "--nightly", "--config", "haidang.yml", "--json"], environment: ["LANG": "vi_VN.UTF-8"]
        )
        let outcome = try scene.finish(process)
        let lines = try outcome.lines.map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        let checks = lines.dropLast().compactMap { $0["check"] as? String }
        #expect(
            checks.count == lines.count - 1 && Set(checks).count == checks.count && !checks.contains("other"))
        let expected = [
            "rules", "ledger", "last_run", "savefiles", "ledger_place", "event_log", "store", "clock",
            "timer",
        ]
        #expect(Set(checks).isSuperset(of: expected))
        let ledger = try #require(lines.first { $0["check"] as? String == "ledger" })
        #expect(ledger["status"] as? String == "ok" && ledger["remedy"] is NSNull)
        #expect((ledger["detail"] as? String)?.hasSuffix("1 runs (400 are kept)") == true)
        #expect(lines.last?["event_type"] as? String == "summary" && lines.last?["exit_code"] as? Int == 0)
        let plain = try scene.run("doctor", "--json", "--config", "haidang.yml")
        #expect(plain.lines.dropLast().allSatisfy { $0.hasPrefix(#"{"event_type":"check","check":""#) })
        #expect(!plain.output.contains(#""check":"other""#))
    }

    @Test(
        "A ledger or paths without --nightly would not be looked at, and are refused",
        arguments: [["--ledger", "l.db"], ["in"]])
    func usage(arguments: [String]) throws {
        let scene = try Scene.ready()
        #expect(try scene.finish(scene.process(["doctor"] + arguments)).code == 2)
    }
}
