import Foundation
import Testing

@Suite("haidang incident")
struct IncidentCommandTests {
    /// A scene whose store has one incident, and its identifier.
    private func ready() throws -> (scene: Scene, id: String) {
        let scene = try Scene.ready()
        let outcome = try scene.run("scan", "hit.pcap", "--rules", "rules", "--store", "i.db", "--json")
        #expect(outcome.code == 1)
        #expect(outcome.lines.last?.contains(#""incidents":{"opened":1,"escalated":0,"recorded":1"#) == true)
        let list = try scene.run("incident", "list", "--store", "i.db", "--json").output
        return (scene, String(try #require(list.firstMatch(of: /HD-[0-9]{8}-[0-9A-Z]{8}/)).output))
    }

    private func run(_ scene: Scene, _ arguments: String...) throws -> Outcome {
        try scene.finish(scene.process(["incident"] + arguments + ["--store", "i.db"]))
    }

    @Test("A scan that is done again finds everything known")
    func again() throws {
        let (scene, _) = try ready()
        let outcome = try scene.run("scan", "hit.pcap", "--rules", "rules", "--store", "i.db")
        #expect(
            outcome.output.contains(
                "Incidents: 0 new, 0 graver or opened again; 1 detections were known before"))
        // A copy under another name is the same traffic.
        try scene.write("copy.pcap", Scene.savefile(saying: Scene.word))
        _ = try scene.run("scan", "copy.pcap", "--rules", "rules", "--store", "i.db")
        #expect(try run(scene, "list", "--json").lines.count == 1)
    }

    @Test("The event log has an incident event for what became of it")
    func event() throws {
        let scene = try Scene.ready()
        let options = ["--rules", "rules", "--store", "i.db", "--event-log", "e.json"]
        _ = try scene.finish(scene.process(["scan", "hit.pcap"] + options))
        let events = try LoggedEvent.all(scene, "e.json").filter { $0.type == "incident" }
        #expect(events.map { $0.text("incident.change") } == ["opened"])
        #expect(events.first?.text("incident.state") == "new")
    }

    @Test("People take it from step to step; what cannot be is said, with code 2")
    func life() throws {
        let (scene, id) = try ready()
        #expect(try run(scene, "close", id).code == 2)
        for step in ["ack", "start", "resolve", "close", "reopen", "false-positive"] {
            let outcome = try run(scene, step, id, "--as", "an", "--note", "words of \(step)")
            #expect(outcome.code == 0, "\(step): \(outcome.messages)")
        }
        #expect(try run(scene, "assign", id, "binh").code == 0)
        #expect(try run(scene, "note", String(id.suffix(8)), "more words").code == 0)
        let page = try run(scene, "show", String(id.prefix(12))).output
        for word in ["false positive", "words of ack", "more words", "assigned binh", "viewed"] {
            #expect(page.contains(word), "\(word)")
        }
        #expect(try run(scene, "list").output.contains("Incidents: 0 of 0."))
        #expect(try run(scene, "list", "--all").output.contains(id))
    }

    @Test("The page shows what matched between brackets, in what it stood in")
    func hex() throws {
        let (scene, id) = try ready()
        let page = try run(scene, "show", id).output
        #expect(page.contains("[62 65 61 63 6f 6e"))
        #expect(page.contains("well: beacon-7f3") && page.contains("6f]2e"))
    }

    @Test("A name out of the traffic or a note cannot command a terminal")
    func hostile() throws {
        let (scene, id) = try ready()
        #expect(try run(scene, "note", id, "red\u{1b}[31m \u{202e}back").code == 0)
        let page = try run(scene, "show", id).output
        #expect(!page.contains("\u{1b}") && !page.contains("\u{202e}"))
        #expect(page.contains("red\\x1b[31m"))
    }

    @Test("What is not there, and a store that is none, are said")
    func missing() throws {
        let (scene, _) = try ready()
        #expect(try run(scene, "show", "HD-20260101-00000000").code == 2)
        #expect(try run(scene, "show", "nothing").code == 2)
        #expect(try scene.run("incident", "list", "--store", "none.db").code == 5)
        #expect(try scene.run("incident", "list").code == 2)
        try scene.write("text.db", String(repeating: "no database ", count: 100))
        #expect(try scene.run("incident", "list", "--store", "text.db").code == 5)
        #expect(try run(scene, "list", "--from", "yesterday").code == 2)
        #expect(try run(scene, "list", "--status", "gone").code == 2)
    }

    @Test("Each format can be exported, and the journal says so", arguments: ["eve", "ocsf", "misp", "stix"])
    func export(format: String) throws {
        let (scene, id) = try ready()
        let outcome = try run(scene, "export", id, "--format", format)
        #expect(outcome.code == 0)
        for line in outcome.lines.prefix(format == "misp" || format == "stix" ? 0 : 100) {
            #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
        }
        #expect(try run(scene, "show", id).output.contains(format))
    }

    @Test("Receivers need a store, and a file gets what happens in order")
    func sinks() throws {
        let scene = try Scene.ready()
        try scene.write("sinks.yml", "sinks:\n  - {id: out, kind: file, path: \(scene.path("out.json"))}\n")
        let options = ["scan", "hit.pcap", "--rules", "rules", "--sinks", "sinks.yml"]
        #expect(try scene.finish(scene.process(options)).code == 2)
        #expect(try scene.finish(scene.process(options + ["--store", "i.db"])).code == 1)
        let types = try LoggedEvent.all(scene, "out.json").map(\.type)
        #expect(types == ["alert", "incident"])
    }
}
