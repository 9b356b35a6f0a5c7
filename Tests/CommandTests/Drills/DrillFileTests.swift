import Foundation
import Testing

@Suite("A drill.yml")
struct DrillFileTests {
    @Test(
        "What is wrong is named with its line",
        arguments: [
            ("title: A word", "titel: A word", "drill.yml:1:", "titel"),
            ("offset: 1200ms", "offset: soon", "drill.yml:7:", "span of time"),
            (
                "203.0.113.0/24: 192.0.2.0/24", "203.0.113.0/24: 192.0.2.0/25", "drill.yml:8:",
                "cannot stand for"
            ),
            ("id: 2", "id: 1", "drill.yml:18:", "line 10"),
            ("rule: a/Beacon, src", "src", "drill.yml:15:", "either a rule or a category"),
            ("dst: 192.0.2.9}", "dst: there}", "drill.yml:25:", "no address"),
            ("points: 20", "points: -1", "drill.yml:23:", "points"),
            ("category: other", "category: evil", "drill.yml:16:", "category"),
            ("direction: to_server", "direction: up", "drill.yml:15:", "direction"),
        ])
    func problems(from: String, to: String, line: String, word: String) throws {
        let scene = try Scene.drill()
        #expect(Scene.drillText.contains(from))
        try scene.write("d/drill.yml", Scene.drillText.replacing(from, with: to, maxReplacements: 1))
        let outcome = try scene.run("drill", "list", "d")
        #expect(outcome.code == 2)
        let told = outcome.messages.split(separator: "\n").contains { $0.contains(line) && $0.contains(word) }
        #expect(told, "\(outcome.messages)")
    }

    @Test("All problems are told at once")
    func all() throws {
        let scene = try Scene.drill()
        try scene.write("d/drill.yml", "titel: x\npace: fast\ncaptures: []\ninjects: [{id: 0}]\n")
        let outcome = try scene.run("drill", "list", "d")
        #expect(outcome.messages.split(separator: "\n").count >= 6, "\(outcome.messages)")
    }

    @Test("What is no YAML, or is nothing, is said", arguments: ["", "a: [", "[1, 2]", "just words"])
    func garbage(text: String) throws {
        let scene = try Scene.drill()
        try scene.write("d/drill.yml", text)
        #expect(try scene.run("drill", "list", "d").code == 2)
    }

    @Test("Drills are listed, for people and machines")
    func list() throws {
        let scene = try Scene.drill()
        let list = try scene.run("drill", "list", "d")
        #expect(list.code == 0 && list.output.contains("A word is said twice"))
        let line = try scene.run("drill", "list", "d", "--json").output
        #expect(line.contains(#""injects":3,"maximum":44"#), "\(line)")
        #expect(try scene.run("drill", "list", "rules").code == 2, "there is none")
    }
}
