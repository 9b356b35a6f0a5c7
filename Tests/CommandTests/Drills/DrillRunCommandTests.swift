import Foundation
import Testing

@Suite("haidang drill run")
struct DrillRunCommandTests {
    /// The event log of a run without the counters, in order.
    private func events(_ scene: Scene, _ folder: String) throws -> [String] {
        try scene.text(folder + "/events.json").split(separator: "\n").map(String.init)
            .filter { !$0.contains(#""event_type":"stats""#) }.sorted()
    }

    @Test("The same score and the same lines at every pace, with one worker and four")
    func same() throws {
        let scene = try Scene.drill()
        let paces = [["--pace", "0"], ["--pace", "1"], ["--pace", "20"]]
        var scores: Set<[String]> = []
        var logs: Set<[String]> = []
        for (number, pace) in paces.enumerated() {
            for workers in ["1", "4"] {
                let folder = "r\(number)-\(workers)"
                let run = ["drill", "run", "d", "--to", folder, "--rules", "rules", "--workers", workers]
                let outcome = try scene.finish(scene.process(run + pace))
                #expect(outcome.code == 0, "\(outcome.messages)")
                scores.insert(try scene.score(folder))
                logs.insert(try events(scene, folder))
            }
        }
        #expect(scores.count == 1 && logs.count == 1)
        let total = try #require(scores.first?.last)
        #expect(total.contains(#""points":38,"maximum":44"#) && total.contains(#""found":3"#), "\(total)")
        #expect(logs.first?.contains { $0.contains(#""event_type":"incident""#) } == true)
    }

    @Test("A rule that is taken away lowers exactly the injects that need it")
    func removed() throws {
        let scene = try Scene.drill()
        #expect(try scene.play("all").code == 0)
        try scene.shell("rm rules/b.yar")
        let outcome = try scene.play("less")
        #expect(outcome.code == 1)
        #expect(outcome.messages.contains("inject 2 expects the rule b/Understood"))
        let (all, less) = (try scene.score("all"), try scene.score("less"))
        #expect(all[0] == less[0], "the first inject does not need it")
        #expect(less[1].contains(#""reason":"rule_absent""#) || less[2].contains(#""reason":"rule_absent""#))
        let points = less.prefix(3).map { line in
            line.firstMatch(of: /"points":([0-9.]+)/).map { String($0.1) } ?? ""
        }
        #expect(points == ["10", "0", "10"], "by the time at which they are done: 1, 3, 2")
    }

    @Test("A capture that was changed, or is not there, is refused, and nothing is left behind")
    func tampered() throws {
        let scene = try Scene.drill()
        let sum = String(repeating: "0", count: 64)
        try scene.write(
            "d/drill.yml",
            Scene.drillText.replacing("offset: 1200ms", with: "sha256: \(sum)\n    offset: 1200ms"))
        let outcome = try scene.play("r")
        #expect(
            outcome.code == 5 && outcome.messages.contains("is not the capture that the drill was made for"))
        #expect(!FileManager.default.fileExists(atPath: scene.path("r")))
        try scene.shell("rm d/traffic.pcap")
        #expect(try scene.play("r").code == 5)
        #expect(!FileManager.default.fileExists(atPath: scene.path("r")))
    }

    @Test("An inject behind the end of the traffic is named, with code 2")
    func outside() throws {
        let scene = try Scene.drill()
        try scene.write("d/drill.yml", Scene.drillText.replacing("at: 1200ms", with: "at: 2h"))
        let outcome = try scene.play("r")
        #expect(outcome.code == 2 && outcome.messages.contains("injects 2 lie behind the end"))
    }

    @Test("A folder or a store that is there already is not written into")
    func existing() throws {
        let scene = try Scene.drill()
        #expect(try scene.play("r").code == 0)
        let before = try scene.text("r/run.json")
        #expect(try scene.play("r").code == 2)
        #expect(try scene.text("r/run.json") == before)
        #expect(try scene.play("r2", "--store", "r/drill.db").code == 2)
        #expect(!FileManager.default.fileExists(atPath: scene.path("r2")))
    }

    @Test("A signal ends it, what was played is judged, and the rest is no miss")
    func interrupted() throws {
        let scene = try Scene.drill()
        try scene.write("d/drill.yml", Scene.drillText.replacing("1200ms", with: "50s"))
        let process = scene.process(["drill", "run", "d", "--to", "r", "--rules", "rules", "--pace", "1"])
        let outcome = try scene.finish(process) { process in
            scene.awaits { try scene.text("r/events.json").contains("Beacon") }
            process.interrupt()
        }
        #expect(outcome.code == 130, "\(outcome.messages)")
        let score = try scene.score("r")
        #expect(score[2].contains(#""detection":"not_played""#) && score[0].contains(#""detection":"found""#))
        #expect(try scene.text("r/run.json").contains(#""state" : "stopped""#))
    }

    private func order(_ scene: Scene, _ words: String...) throws {
        let outcome = try scene.finish(scene.process(["drill", "control", "r"] + words))
        #expect(outcome.code == 0)
    }

    @Test("The director stops it for a while, jumps ahead, and changes the pace")
    func control() throws {
        let scene = try Scene.drill()
        try scene.write("d/drill.yml", Scene.drillText.replacing("1200ms", with: "50s"))
        let process = scene.process(["drill", "run", "d", "--to", "r", "--rules", "rules", "--pace", "1"])
        let outcome = try scene.finish(process) { _ in
            scene.awaits { try scene.text("r/events.json").contains("Beacon") }
            try order(scene, "pause")
            scene.awaits { try scene.text("r/run.json").contains(#""isPaused" : true"#) }
            try order(scene, "seek", "49s")
            scene.awaits { try scene.text("r/run.json").components(separatedBy: "isPaused").count > 3 }
            try order(scene, "pace", "1000")
        }
        #expect(outcome.code == 0, "\(outcome.messages)")
        let total = try scene.score("r").last ?? ""
        #expect(total.contains(#""points":38,"maximum":44"#))
        for wrong in [["pause", "5"], ["fly"], ["seek", "yesterday"], ["pace", "-1"]] {
            #expect(try scene.finish(scene.process(["drill", "control", "r"] + wrong)).code == 2)
        }
    }

    @Test(
        "It is not sent to an interface that the drill does not name, that is monitored, or that another drill has"
    )
    func interfaces() throws {
        let scene = try Scene.drill()
        let refused = try scene.play("r", "--interface", "lo")
        #expect(refused.code == 2 && refused.messages.contains("the drill does not allow lo"))
        try scene.write("d/drill.yml", Scene.drillText + "interfaces: [lo, nowhere0]\n")
        try scene.write("c.yml", "live: {interfaces: [lo]}\n")
        let monitored = try scene.play("r", "--interface", "lo", "--config", "c.yml")
        #expect(monitored.code == 2 && monitored.messages.contains("monitored in production"))
        #expect(try scene.play("r", "--interface", "nowhere0").code == 2)
        let path = FileManager.default.temporaryDirectory.path + "/haidang-drill-lo.lock"
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        let lock = try #require(FileHandle(forUpdatingAtPath: path))
        #expect(flock(lock.fileDescriptor, LOCK_EX) == 0)
        let busy = try scene.play("r", "--interface", "lo")
        #expect(busy.code == 75 && busy.messages.contains("another drill"))
        #expect(!FileManager.default.fileExists(atPath: scene.path("r")))
    }
}
