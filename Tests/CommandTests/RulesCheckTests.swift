import Foundation
import Testing

@Suite("haidang rules check")
struct RulesCheckTests {
    private func objects(_ outcome: Outcome) throws -> [[String: Any]] {
        try outcome.lines.map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    @Test("Rules that compile are listed with namespace, place and severity, and the exit code is 0")
    func good() throws {
        let outcome = try Scene.ready().run("rules", "check", "rules")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("beacon:Beacon"))
        #expect(outcome.output.contains("high"))
        #expect(outcome.output.contains("rules/beacon.yar:1"))
        #expect(outcome.lines.last == "1 rules compile, 0 errors, 0 hints.")
    }

    @Test("A broken rule is named with file and line, the others are still listed, and the exit code is 4")
    func broken() throws {
        let scene = try Scene.ready()
        try scene.write("rules/broken.yar", Scene.brokenRule)
        let outcome = try scene.run("rules", "check", "rules")
        #expect(outcome.code == 4)
        #expect(outcome.output.contains("beacon:Beacon"))
        #expect(outcome.output.contains("rules/broken.yar:2: rule Broken is left out: "))
        #expect(outcome.output.contains("$missing"))
    }

    @Test("--json gives an object for each rule and each problem")
    func json() throws {
        let scene = try Scene.ready()
        try scene.write("rules/broken.yar", Scene.brokenRule)
        let objects = try objects(try scene.run("rules", "check", "rules", "--json"))
        try #require(objects.map { $0["type"] as? String } == ["rule", "error"])
        #expect(objects[0]["rule"] as? String == "Beacon")
        let scope = try #require(objects[0]["scope"] as? [String: Any])
        #expect(scope["kind"] as? String == "both")
        #expect(scope["from"] as? String == "none")
        let metadata = try #require(objects[0]["metadata"] as? [String: Any])
        #expect(metadata["severity_from"] as? String == "severity")
        #expect(objects[1]["file"] as? String == "rules/broken.yar")
        #expect(objects[1]["line"] as? Int == 2)
    }

    @Test("What a rule is about is said with the reason, and the score of public rules is their severity")
    func meaning() throws {
        let scene = try Scene()
        try scene.write(
            "a.yar",
            """
            import "pe"
            rule Public { meta: author = "x" score = 85 license = "y" mitre_att = "T1059.001"
                strings: $a = "MZ" condition: $a at 0 and filesize < 1MB and pe.is_pe }
            """)
        let outcome = try scene.run("rules", "check", "a.yar")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("objects (at 0, filesize, pe)"))
        #expect(outcome.output.contains("critical"))
        #expect(outcome.output.contains("T1059.001"))
    }

    @Test("An expired rule is told, and is a fault when strict")
    func expired() throws {
        let scene = try Scene()
        try scene.write(
            "a.yar", "rule Old { meta: expires = \"2026-01-31\" strings: $a = \"abcdef\" condition: $a }")
        let late = try scene.run("rules", "check", "a.yar", "--now", "2026-02-01")
        #expect(late.code == 0)
        #expect(late.output.contains("a.yar:1: rule Old: it expired on 2026-01-31"))
        let early = try scene.run("rules", "check", "a.yar", "--now", "2026-01-31")
        #expect(early.lines.last == "1 rules compile, 0 errors, 0 hints.")
        #expect(try scene.run("rules", "check", "a.yar", "--strict", "--now", "2026-02-01").code == 4)
        #expect(try scene.run("rules", "check", "a.yar", "--now", "soon").code == 2)
    }

    @Test("The rules of this repository pass when strict")
    func ours() throws {
        let folder = Scene.repository.appendingPathComponent("rules").path
        let outcome = try Scene().run("rules", "check", "--strict", folder)
        #expect(outcome.code == 0)
    }

    @Test("A path that is not there, or holds no rules, exits with 5", arguments: ["nowhere", "empty"])
    func missing(path: String) throws {
        let scene = try Scene.ready()
        try scene.write("empty/readme.txt", "no rules here")
        let outcome = try scene.run("rules", "check", path)
        #expect(outcome.code == 5)
        #expect(outcome.messages.contains(path))
    }
}
