import Foundation
import Testing

@Suite("haidang rules test")
struct RulesTestTests {
    private static func rule(hits: String, misses: String) -> String {
        """
        rule Beacon {
            meta:
                hits = "\(hits)"
                misses = "\(misses)"
            strings: $word = "\(Scene.word)"
            condition: $word
        }

        """
    }

    private func scene(hits: String, misses: String) throws -> Scene {
        let scene = try Scene()
        try scene.write("rules/beacon.yar", Self.rule(hits: hits, misses: misses))
        try scene.write("captures/c2/beacon/traffic.pcap", Scene.savefile(saying: "well: \(Scene.word)."))
        try scene.write("captures/benign/quiet/traffic.pcap", Scene.savefile(saying: "nothing of the kind"))
        return scene
    }

    static let cases: [(hits: String, misses: String, code: Int32, said: String)] = [
        ("c2", "benign", 0, "2 as they must be, 0 not, in 2 captures."),
        ("c2, benign", "benign", 4, "missed"), ("c2", "benign, c2/beacon", 4, "false hit"),
        ("c2/none", "benign", 3, "no such capture"), ("", "benign", 4, "names no captures"),
        ("c2, c2/none", "c2", 4, "false hit"),
    ]

    @Test("What must hit and what must not, and the exit code", arguments: cases)
    func verdicts(hits: String, misses: String, code: Int32, said: String) throws {
        let outcome = try scene(hits: hits, misses: misses).run("rules", "test", "rules")
        #expect(outcome.code == code)
        #expect(outcome.output.contains(said), "\(outcome.output)")
    }

    @Test("A broken rule exits with 4, though the others are as they must be")
    func broken() throws {
        let scene = try scene(hits: "c2", misses: "benign")
        try scene.write("rules/broken.yar", Scene.brokenRule)
        let outcome = try scene.run("rules", "test", "rules")
        #expect(outcome.code == 4)
        #expect(outcome.messages.contains("rule Broken is left out"))
        #expect(outcome.output.contains("2 as they must be, 0 not"))
    }

    @Test("TAP, JSON and JUnit say the same")
    func formats() throws {
        let scene = try scene(hits: "c2", misses: "benign, c2")
        let tap = try scene.run("rules", "test", "rules", "--tap")
        #expect(tap.code == 4)
        #expect(tap.lines.first == "TAP version 13")
        #expect(tap.lines.contains("ok 1 - beacon:Beacon hits c2/beacon/traffic.pcap"))
        #expect(tap.lines.contains("not ok 3 - beacon:Beacon is silent in c2/beacon/traffic.pcap"))
        let json = try scene.run("rules", "test", "rules", "--json", "--junit", "report.xml")
        let objects = try json.lines.map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(objects.map { $0["verdict"] as? String } == ["ok", "ok", "false_hit"])
        let written = try scene.text("report.xml")
        #expect(written.contains("tests=\"3\" failures=\"1\" errors=\"0\""))
        let piped = try scene.run("rules", "test", "rules", "--junit", "-")
        #expect(piped.output == written)
        #expect(try scene.run("rules", "test", "rules", "--junit", "-", "--tap").code == 2)
        #expect(try scene.run("rules", "test", "rules", "--junit", "no/such/folder.xml").code == 2)
    }

    @Test("Without the folder of captures there is nothing to test")
    func noCaptures() throws {
        let scene = try scene(hits: "c2", misses: "benign")
        let outcome = try scene.run("rules", "test", "rules", "--captures", "elsewhere")
        #expect(outcome.code == 5)
        #expect(outcome.messages.contains("elsewhere"))
    }

    @Test("The rules of this repository pass on its captures")
    func ours() throws {
        let root = Scene.repository
        let outcome = try Scene().run(
            "rules", "test", root.appendingPathComponent("rules").path, "--captures",
            root.appendingPathComponent("captures").path)
        #expect(outcome.code == 0, "\(outcome.lines.filter { !$0.hasPrefix("ok") })")
    }
}
