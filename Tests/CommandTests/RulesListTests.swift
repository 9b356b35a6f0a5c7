import Foundation
import Testing

@Suite("haidang rules list and diff")
struct RulesListTests {
    private static func rule(_ name: String, _ meta: String, word: String = "abcdef") -> String {
        "rule \(name) { meta: \(meta) strings: $a = \"\(word)\" condition: $a }\n"
    }

    private func scene() throws -> Scene {
        let scene = try Scene()
        try scene.write(
            "rules/b.yar",
            Self.rule(
                "Shell",
                "severity = 1 category = \"intrusion\" attack = \"T1059.004\" description = \"A shell\" description_vi = \"Một shell\""
            ))
        try scene.write(
            "rules/a.yar",
            Self.rule("Leak", "score = 45 category = \"leak\" attack = \"T1041\" description = \"A leak\"")
                + Self.rule("Plain", "author = \"x\"") + "private rule Helper { condition: true }\n")
        return scene
    }

    @Test("Rules are listed by namespace, with what each is for, and helpers are not")
    func all() throws {
        let outcome = try scene().run("rules", "list", "rules")
        #expect(outcome.code == 0)
        let names = outcome.lines.compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(Array(names.prefix(4)) == ["Rule", "a:Leak", "a:Plain", "b:Shell"])
        #expect(outcome.lines.last == "3 of 3 rules.")
        #expect(outcome.output.contains("T1059.004  A shell"))
    }

    @Test("The description is in the language of the person, where there is one")
    func language() throws {
        let outcome = try scene().run("rules", "list", "rules", environment: [:])
        #expect(outcome.output.contains("Một shell"))
        #expect(outcome.output.contains("A leak"))
    }

    @Test(
        "Filters narrow the list",
        arguments: [
            (["--category", "leak"], ["Leak"]),
            (["--severity", "1", "--severity", "3"], ["Leak", "Plain", "Shell"]),
            (["--severity", "1"], ["Shell"]), (["--technique", "T1059"], ["Shell"]),
            (["--search", "LEAK"], ["Leak"]), (["--category", "leak", "--severity", "1"], []),
        ])
    func filters(options: [String], names: [String]) throws {
        let scene = try scene()
        let outcome = try scene.finish(scene.process(["rules", "list", "rules", "--json"] + options))
        let found = try outcome.lines.map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(found.map { $0["rule"] as? String ?? "" } == names)
        #expect(outcome.code == 0)
    }

    @Test(
        "What is no category, severity or technique is wrong usage",
        arguments: [["--category", "bad"], ["--severity", "5"], ["--technique", "1059"]])
    func usage(options: [String]) throws {
        let scene = try scene()
        #expect(try scene.finish(scene.process(["rules", "list", "rules"] + options)).code == 2)
    }

    @Test("A difference exits with 1, and says what differs")
    func difference() throws {
        let scene = try scene()
        let none = try scene.run("rules", "diff", "rules", "rules")
        #expect(none.code == 0)
        #expect(none.lines.last == "0 rules differ, 4 are the same.")
        try scene.write("new/a.yar", try scene.text("rules/a.yar").replacing("45", with: "90"))
        try scene.write("new/c.yar", try scene.text("rules/b.yar"))
        let some = try scene.run("rules", "diff", "rules", "new")
        #expect(some.code == 1)
        #expect(some.output.contains("metadata (score)"))
        #expect(some.output.contains("← b:Shell"))
        let json = try scene.run("rules", "diff", "rules", "new", "--json")
        #expect(json.lines.count == 2)
        #expect(json.lines.first?.hasPrefix("{\"change\":\"changed\",\"old\":\"a:Leak\"") == true)
        #expect(try scene.run("rules", "diff", "rules", "nowhere").code == 5)
    }
}
