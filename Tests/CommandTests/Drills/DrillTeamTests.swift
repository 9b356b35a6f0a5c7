import Foundation
import Testing

@Suite("A team in a drill")
struct DrillTeamTests {
    /// A drill that has been played, and the identifier of the incident of its first inject.
    private func played() throws -> (scene: Scene, id: String) {
        let scene = try Scene.drill()
        #expect(try scene.play("r", "--store", "team.db").code == 0)
        let first = try #require(try scene.score("r").first)
        return (scene, String(try #require(first.firstMatch(of: /HD-[0-9]{8}-[0-9A-Z]{8}/)).output))
    }

    private func incident(_ scene: Scene, _ arguments: String...) throws -> Outcome {
        try scene.finish(scene.process(["incident"] + arguments + ["--store", "team.db"]))
    }

    @Test("It works with the commands for incidents, under a banner, and everything says that it is a drill")
    func banner() throws {
        let (scene, id) = try played()
        let list = try incident(scene, "list")
        #expect(list.output.hasPrefix("DRILL") && list.messages.hasPrefix("DRILL"))
        #expect(try incident(scene, "show", id).output.hasPrefix("DRILL"))
        #expect(try incident(scene, "list", "--json").lines.allSatisfy { $0.contains(#""drill":true"#) })
        #expect(try incident(scene, "ack", id, "--quiet").messages.hasPrefix("DRILL"))
        let vietnamese = scene.process(
            ["incident", "list", "--store", "team.db"], environment: ["LANG": "vi_VN.UTF-8"])
        #expect(try scene.finish(vietnamese).output.hasPrefix("DIỄN TẬP"))
    }

    @Test("What it does and says is in the score")
    func score() throws {
        let (scene, id) = try played()
        #expect(try incident(scene, "ack", id).code == 0)
        let answer = ["drill", "answer", id, "--store", "team.db", "--as", "an"]
        #expect(try scene.finish(scene.process(answer)).code == 2, "it says nothing")
        #expect(try scene.finish(scene.process(answer + ["--technique", "X1"])).code == 2)
        #expect(try scene.finish(scene.process(answer + ["--host", "nobody"])).code == 2)
        #expect(try scene.finish(scene.process(answer + ["--category", "other"])).code == 0)
        let half = try scene.score("r")
        #expect(half[0].contains(#""points":14,"maximum":16,"unassessed":false"#), "\(half[0])")
        #expect(half[0].contains(#""answered_by":"an""#))
        let whole = answer + ["--category", "other", "--host", "203.0.113.9"]
        #expect(try scene.finish(scene.process(whole)).code == 0)
        #expect(try scene.score("r").last?.contains(#""points":44,"maximum":44"#) == true)
        #expect(try scene.run("drill", "score", "r").output.contains("Score: 44 of 44 points"))
    }

    @Test("Drills and real incidents do not mix")
    func apart() throws {
        let (scene, id) = try played()
        try scene.write("hit.pcap", Scene.savefile(saying: Scene.word))
        let scan = try scene.run("scan", "hit.pcap", "--rules", "rules", "--store", "team.db")
        #expect(scan.code == 5 && scan.output.isEmpty, "\(scan.code)")
        _ = try scene.run("scan", "hit.pcap", "--rules", "rules", "--store", "real.db")
        let answer = try scene.run("drill", "answer", id, "--store", "real.db", "--category", "other")
        #expect(answer.code == 2 && answer.messages.contains("is no store of a drill"))
        let real = try scene.run("incident", "list", "--store", "real.db")
        #expect(!real.messages.contains("DRILL"))
    }

    @Test("Papers about it say that it is a drill, and it is not exported to other systems")
    func papers() throws {
        let (scene, id) = try played()
        let forms = Scene.repository.appendingPathComponent("packaging/forms").path
        let report = ["report", "thong-bao", "--incident", id, "--store", "team.db", "--forms", forms]
        let html = try scene.finish(scene.process(report))
        #expect(html.output.contains("DIỄN TẬP"), "\(html.messages)")
        let json = try scene.finish(scene.process(report + ["--format", "json"]))
        #expect(json.output.contains(#""drill":true"#) && json.output.contains("[DIỄN TẬP]"))
        let export = try incident(scene, "export", id, "--format", "stix")
        #expect(export.code == 2 && export.output.isEmpty)
        let to = ["evidence", "export", id, "--store", "team.db", "--to", "cases", "--objects", "none"]
        _ = try scene.finish(scene.process(to))
        let found = try FileManager.default.subpathsOfDirectory(atPath: scene.path("cases"))
        let event = try #require(found.first { $0.hasSuffix("/events.json") })
        #expect(try scene.text("cases/" + event).contains(#""drill":true"#))
    }

    @Test("A log or a drill that was changed since the run is no proof of it")
    func changed() throws {
        let (scene, _) = try played()
        try scene.write("old.yml", Scene.drillText)
        try scene.write("d/drill.yml", Scene.drillText.replacing("points: 20", with: "points: 200"))
        let outcome = try scene.run("drill", "score", "r")
        #expect(outcome.code == 2 && outcome.messages.contains("has changed since the run"))
        #expect(try scene.run("drill", "score", "r", "--drill", "old.yml").code == 0)
        try scene.write("d/drill.yml", Scene.drillText)
        #expect(try scene.run("drill", "score", "r").code == 0)
        let log = try scene.text("r/events.json")
        try scene.write("r/events.json", log.replacing("203.0.113.9", with: "203.0.113.8"))
        #expect(try scene.run("drill", "score", "r").code == 2)
        #expect(try scene.run("drill", "score", "d").code == 2, "it is no folder of a run")
    }
}
