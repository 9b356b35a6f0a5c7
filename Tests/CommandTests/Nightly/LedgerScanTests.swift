import Foundation
import Incidents
import NetTypes
import TestSupport
import Testing

@Suite("haidang scan with a ledger")
struct LedgerScanTests {
    /// A scene with captures of one detection each, told apart by the client's port.
    private func ready(_ count: Int) throws -> Scene {
        let scene = try Scene()
        try scene.write("rules/beacon.yar", Scene.rule)
        for number in 0..<count {
            let talk = Scene.beacon(UInt16(20_000 + number))
            try scene.write("in/\(1000 + number).pcap", SavefileBytes.pcap(talk.frames))
        }
        return scene
    }

    private static let options = [
        "--rules", "rules", "--ledger", "l.db", "--store", "i.db", "--event-log", "e.json", "--host", "h",
        "--settle", "0s", "--quiet",
    ]

    private func scan(_ scene: Scene, _ more: String...) throws -> Outcome {
        try scene.finish(scene.process(["scan"] + more + Self.options))
    }

    /// The alerts of the event log, in order, each as often as it is there.
    private func alerts(_ scene: Scene, _ log: String = "e.json") throws -> [String] {
        try scene.text(log).split(separator: "\n").map(String.init).filter {
            $0.contains(#""event_type":"alert""#)
        }
        .sorted()
    }

    @Test("What is known is left out, also under another name; what is new, or changed, is scanned")
    func known() throws {
        let scene = try ready(3)
        #expect(try scan(scene, "in", "--json").output.contains(#""ledger":{"known":0,"left":0,"#))
        #expect(try alerts(scene).count == 3)
        let again = try scan(scene, "in", "--json")
        #expect(
            again.code == 0 && again.output.contains(#""ledger":{"known":3,"left":0,"#), "\(again.output)")
        try scene.shell("cp in/1000.pcap in/copy.pcap; mv in/1001.pcap in/moved.pcap")
        #expect(try scan(scene, "in", "--json").output.contains(#""known":4"#))
        try scene.write("in/new.pcap", Scene.savefile(saying: Scene.word))
        let new = try scan(scene, "in", "--json")
        #expect(new.code == 1 && new.output.contains(#""known":4"#))
        #expect(try alerts(scene).count == 4)
    }

    @Test("Other options make known files due again; another networks file does not")
    func basis() throws {
        let scene = try ready(2)
        _ = try scan(scene, "in")
        try scene.write("c.yml", "scan: {window: 1MiB}\n")
        #expect(try scan(scene, "in", "--json", "--config", "c.yml").output.contains(#""known":0"#))
        #expect(try scan(scene, "in", "--json", "--separate").output.contains(#""known":0"#))
        try scene.write("s.yml", "suppressions: []\n")
        #expect(try scan(scene, "in", "--json", "--suppressions", "s.yml").output.contains(#""known":2"#))
    }

    @Test("A file that still changes is left for next time, and said")
    func growing() throws {
        let scene = try ready(1)
        let options = Self.options.map { $0 == "0s" ? "1h" : $0 }
        let outcome = try scene.finish(scene.process(["scan", "in", "--json"] + options))
        #expect(outcome.code == 0 && outcome.output.contains(#""ledger":{"known":0,"left":1,"#))
        #expect(try scan(scene, "in").code == 1)
    }

    @Test("A file that cannot be read is tried again, and one that is cut short is not")
    func damaged() throws {
        let scene = try ready(1)
        try scene.write("in/cut.pcap", Scene.savefile(saying: Scene.word).dropLast(3))
        try scene.write("in/garbage.pcap", "no savefile")
        #expect(try scan(scene, "in", "in/garbage.pcap").code == 3)
        let again = try scan(scene, "in", "in/garbage.pcap", "--json")
        #expect(again.output.contains(#""known":2"#) && again.code == 3, "\(again.output)")
    }

    @Test(
        "The ledger knows files by the SHA-256 of their bytes on the disk, and so under another name, whatever is wrong with them"
    )
    func contents() throws {
        let scene = try ready(1)
        let capture = Scene.savefile(saying: Scene.word)
        let files: [(String, [UInt8])] = [
            ("in/cut.pcap", capture.dropLast(3)),
            ("in/tail.pcap", capture + [UInt8](repeating: 0xff, count: 300_000)),
            ("in/none.pcap", Array("no savefile at all".utf8)), ("in/void.pcap", []),
        ]
        for (name, bytes) in files { try scene.write(name, bytes) }
        try scene.shell("cp in/1000.pcap in/packed.pcap; gzip in/packed.pcap")
        #expect(try scan(scene, "in").code == 3)
        let entries = try scene.ledgerEntries("l.db")
        #expect(entries.count == 6)
        for entry in entries {
            let bytes = [UInt8](try Data(contentsOf: scene.folder.appendingPathComponent("\(entry.path)")))
            #expect(entry.content == Digest.of(bytes.span), "\(entry.path)")
        }
        try scene.shell(
            "for file in 1000.pcap cut.pcap tail.pcap packed.pcap.gz; do mv in/$file in/other-$file; done")
        #expect(try scan(scene, "in", "--json").output.contains(#""known":4"#))
    }

    @Test("A second run at once is refused with code 75")
    func held() throws {
        let scene = try ready(1)
        try scene.shell("mkfifo in/slow.pcap")
        let first = scene.process(["scan", "in/1000.pcap", "in/slow.pcap"] + Self.options)
        let outcome = try scene.finish(first) { process in
            scene.awaits { try scene.text("e.json").contains("alert") }
            let second = try scan(scene, "in/1000.pcap")
            #expect(second.code == 75 && second.messages.contains("another run is at work"))
            kill(process.processIdentifier, SIGKILL)
        }
        #expect(outcome.code == 128 + SIGKILL)
        #expect(try scan(scene, "in/1000.pcap").code == 0, "the lock is gone with its holder")
    }

    @Test(
        "Killed at any moment, it goes on; in the end nothing is missing and nothing is there twice",
        arguments: [["--separate"], [], ["--jobs", "3", "--separate"]])
    func kills(options: [String]) throws {
        let count = 60
        let kills = Int(ProcessInfo.processInfo.environment["HAIDANG_KILLS"] ?? "") ?? 15
        let whole = try ready(count)
        #expect(try whole.finish(whole.process(["scan", "in"] + Self.options + options)).code == 1)
        let expected = try alerts(whole)
        #expect(expected.count == count)
        var random = SeededGenerator(seed: 8)
        var done = 0
        while done < kills {
            let scene = try ready(count)
            var isFinished = false
            while !isFinished, done < kills {
                let process = scene.process(["scan", "in"] + Self.options + options)
                let pause = Double.random(in: 0...0.9, using: &random)
                let outcome = try scene.finish(process) { process in
                    Thread.sleep(forTimeInterval: pause)
                    kill(process.processIdentifier, SIGKILL)
                }
                isFinished = outcome.code == 1
                if !isFinished { done += 1 }
            }
            // Killed before it was entered, or after it was finished, a run is none to go on with.
            if !isFinished {
                let resumed = try scene.finish(scene.process(["scan", "--resume"] + Self.options + options))
                if resumed.code == 2 {
                    _ = try scene.finish(scene.process(["scan", "in"] + Self.options + options))
                }
            }
            #expect(try alerts(scene) == expected)
            let list = try scene.run("incident", "list", "--store", "i.db", "--json", "--all").output
            let counts = list.matches(of: /"alerts":([0-9]+)/).compactMap { Int($0.1) }
            #expect(counts.reduce(0, +) == count)
        }
    }

    @Test(
        "A file that a signal cut short is scanned whole by the next run, and what it had written is not there twice",
        arguments: [[], ["--jobs", "2", "--separate"]])
    func interrupted(options: [String]) throws {
        let scene = try ready(1)
        var frames: [Frame] = []
        for number in 0..<3000 {
            frames += Scene.beacon(UInt16(20_000 + number), client: "198.51.100.8").frames
        }
        try scene.write("in/2000.pcap", SavefileBytes.pcap(frames.inArrivalOrder()))
        // Another job has finished this one long before, and it is entered behind the one that was cut short.
        try scene.write(
            "in/3000.pcap", SavefileBytes.pcap(Scene.beacon(30_000, client: "198.51.100.9").frames))
        let outcome = try scene.finish(scene.process(["scan", "in"] + Self.options + options)) { process in
            scene.awaits { try scene.text("e.json").split(separator: "\n").count > 20 }
            kill(process.processIdentifier, SIGINT)
        }
        #expect(outcome.code == 130)
        let resumed = try scene.finish(scene.process(["scan", "--resume"] + Self.options + options))
        #expect(resumed.code == 1)
        let alerts = try alerts(scene)
        #expect(alerts.count == 3002 && Set(alerts).count == 3002)
    }

    @Test("A file from the future, by a clock that was set back, is no reason to wait")
    func future() throws {
        let scene = try ready(1)
        try scene.shell("touch -d '+2 days' in/1000.pcap")
        let options = Self.options.map { $0 == "0s" ? "1h" : $0 }
        #expect(try scene.finish(scene.process(["scan", "in"] + options)).code == 1)
        #expect(try scan(scene, "in", "--json").output.contains(#""known":1"#))
    }

    @Test("There is nothing to resume where no run was cut off, or there is no ledger")
    func resume() throws {
        let scene = try ready(1)
        #expect(try scan(scene, "in").code == 1)
        #expect(try scan(scene, "--resume").code == 2)
        #expect(try scene.run("scan", "in", "--resume", "--rules", "rules").code == 2)
        #expect(try scene.run("scan", "--rules", "rules").code == 2, "no path")
    }

    @Test("A ledger that is none is refused", arguments: ["not a database", ""])
    func broken(text: String) throws {
        let scene = try ready(1)
        try scene.write("l.db", text)
        let outcome = try scan(scene, "in")
        #expect(text.isEmpty ? outcome.code == 1 : outcome.code == 5, "\(outcome.messages)")
    }
}
