import Foundation
import Testing

@Suite("haidang rules check")
struct RulesCheckTests {
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
        let outcome = try scene.run("rules", "check", "rules", "--json")
        let objects = try outcome.lines.map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        try #require(objects.map { $0["type"] as? String } == ["rule", "error"])
        #expect(objects[0]["rule"] as? String == "Beacon")
        #expect(objects[1]["file"] as? String == "rules/broken.yar")
        #expect(objects[1]["line"] as? Int == 2)
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
