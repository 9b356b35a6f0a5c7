import Foundation
import Testing

@Suite("Reports of drills by the command line")
struct DrillReportCommandTests {
    private static let drill = """
        title: A beacon
        title_vi: Tín hiệu <về>
        story: A host calls.
        captures:
          - file: hit.pcap
        injects:
          - id: 1
            title: It calls & is found
            title_vi: Máy gọi ra & bị phát hiện
            at: 0s
            points: 10
            expect:
              - rule: beacon/Beacon
                src: 198.51.100.7
            acknowledge: {within: 24h, points: 4}
            answer:
              points: 6
              category: malware
          - id: 2
            title: Something that no rule knows
            at: 0s
            points: 10
            expect:
              - rule: beacon/Other
                src: 198.51.100.7
        """

    /// A scene in which the drill was played, in the folder `run`.
    private static func played() throws -> Scene {
        let scene = try Scene.ready()
        try scene.write("drill.yml", drill)
        let outcome = try scene.run("drill", "run", "drill.yml", "--to", "run", "--pace", "0")
        #expect(outcome.code == 1, "\(outcome.messages)")
        return scene
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("A page in either language, on standard output or in a file for its owner alone")
    func page() throws {
        let scene = try Self.played()
        let english = try scene.run("drill", "report", "run", "--lang", "en")
        #expect(english.code == 0, "\(english.messages)")
        #expect(english.messages.isEmpty)
        #expect(english.output.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
        for text in [
            "DIỄN TẬP", "It calls &amp; is found", "DRILL", "Add the rule beacon/Other", "$word",
            "drill score run",
        ] {
            #expect(english.output.contains(text), "\(text)")
        }
        let vietnamese = try scene.run("drill", "report", "run", "--lang", "vi", "-o", "report.html")
        #expect(vietnamese.code == 0 && vietnamese.output.isEmpty)
        let page = try scene.text("report.html")
        #expect(page.contains("<html lang=\"vi\">") && page.contains("Tín hiệu &lt;về&gt;"))
        let attributes = try FileManager.default.attributesOfItem(atPath: scene.path("report.html"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test("JSON has the score of `drill score`, and who took part")
    func facts() throws {
        let scene = try Self.played()
        let listed = try scene.run("incident", "list", "--store", "run/drill.db", "--json")
        let event = try object(try #require(listed.lines.first))
        let id = try #require((event["incident"] as? [String: Any])?["id"] as? String)
        let hand = ["--store", "run/drill.db", "--as", "Lan"]
        let acknowledged = try scene.finish(scene.process(["incident", "ack", id] + hand))
        #expect(acknowledged.code == 0, "\(acknowledged.messages)")
        let answered = try scene.finish(
            scene.process(["drill", "answer", id, "--category", "malware"] + hand))
        #expect(answered.code == 0, "\(answered.messages)")
        let outcome = try scene.run("drill", "report", "run", "--format", "json")
        #expect(outcome.code == 0 && outcome.lines.count == 1)
        let facts = try object(outcome.output)
        let total = try object(try #require(scene.run("drill", "score", "run", "--json").lines.last))
        let points = (total["drill"] as? [String: Any])?["points"] as? Double
        #expect((facts["score"] as? [String: Any])?["points"] as? Double == points && points == 20)
        let person = try #require((facts["people"] as? [[String: Any]])?.first)
        #expect(person["name"] as? String == "Lan")
        #expect(person["actions"] as? Int == 2 && person["answers"] as? Int == 1)
        let inject = try #require((facts["injects"] as? [[String: Any]])?.first)
        #expect(inject["incident"] as? String == id && inject["status"] as? String == "acknowledged")
        let advice = try #require(facts["advice"] as? [[String: Any]])
        #expect(advice.map { $0["step"] as? String } == ["add_rule"])
        // The same in every language.
        let other = try scene.run("drill", "report", "run", "--format", "json", "--lang", "vi")
        let strip = { (text: String) in text.replacing(/"made_at":"[^"]*"/, with: "") }
        #expect(strip(other.output) == strip(outcome.output))
    }

    @Test("What was changed is no ground for a report")
    func changed() throws {
        let scene = try Self.played()
        try scene.write("run/events.json", try scene.text("run/events.json") + "{}\n")
        #expect(try scene.run("drill", "report", "run").code == 2)
        #expect(try scene.run("drill", "report", "nowhere").code == 2)
        #expect(try scene.run("drill", "report", "run", "--format", "pdf").code == 2)
    }

    @Test("A run that was not played to its end gives a provisional report, and the exit code says so")
    func stopped() throws {
        let scene = try Self.played()
        let record = try scene.text("run/run.json").replacing("\"finished\"", with: "\"running\"")
        try scene.write("run/run.json", record)
        let outcome = try scene.run("drill", "report", "run")
        #expect(outcome.code == 3)
        #expect(outcome.output.contains("Provisional"))
    }

    @Test("Another truth is named as such")
    func otherDrill() throws {
        let scene = try Self.played()
        try scene.write("other.yml", Self.drill.replacing("points: 10", with: "points: 20"))
        let outcome = try scene.run("drill", "report", "run", "--drill", "other.yml", "--lang", "en")
        #expect(outcome.code == 0, "\(outcome.messages)")
        #expect(outcome.output.contains("This is not the file that was played"))
        #expect(outcome.output.contains("--drill other.yml"))
    }
}
