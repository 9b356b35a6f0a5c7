import Foundation
import Testing

/// Rules that are not as they should be: each is named with its place, harms no other, and exits with 4.
@Suite("haidang rules check, bad input")
struct RulesBadInputTests {
    private static let good = "rule Good { strings: $a = \"abcdef\" condition: $a }\n"

    static let bad: [(name: String, text: String, said: String)] = [
        ("syntax", "rule Bad {\n    condition: (\n}\n", "bad.yar:"),
        ("an unknown import", "import \"nosuch\"\nrule Bad { condition: true }\n", "bad.yar:1: "),
        (
            "a name twice", "rule Bad { condition: true }\nrule Bad { condition: false }\n",
            "bad.yar:2: rule Bad is left out: duplicated identifier"
        ),
        ("a circle of includes", "include \"bad.yar\"\nrule Bad { condition: true }\n", "it includes itself"),
        (
            "an include from above", "include \"../outside.yar\"\n",
            "bad.yar:1: rule file is left out: cannot include \"../outside.yar\": it is outside the folder"
        ),
        ("an include from the top", "include \"/etc/hostname\"\n", "it is outside the folder"),
        ("an include by a link", "include \"link.inc\"\n", "it is outside the folder"),
    ]

    @Test("Text that is no sound rule file", arguments: bad)
    func texts(name: String, text: String, said: String) throws {
        let scene = try Scene()
        try scene.write("rules/good.yar", Self.good)
        try scene.write("rules/bad.yar", text)
        try scene.write("outside.yar", "rule Outside { condition: true }\n")
        try FileManager.default.createSymbolicLink(
            atPath: scene.path("rules/link.inc"), withDestinationPath: scene.path("outside.yar"))
        let outcome = try scene.run("rules", "check", "rules")
        #expect(outcome.code == 4)
        #expect(outcome.output.contains(said), "\(outcome.output)")
        #expect(outcome.output.contains("good:Good"))
        #expect(!outcome.output.contains("Outside"))
    }

    @Test("A circle over two files ends")
    func circle() throws {
        let scene = try Scene()
        try scene.write("rules/a.yar", "include \"b.yar\"\n" + Self.good)
        try scene.write("rules/b.yar", "include \"a.yar\"\nrule B { condition: true }\n")
        let outcome = try scene.run("rules", "check", "rules")
        #expect(outcome.code == 4)
        #expect(outcome.output.contains("it includes itself"))
    }

    @Test("A rule file of 100 MB is refused by its size, in a folder and by itself")
    func large() throws {
        let scene = try Scene()
        try scene.write("rules/good.yar", Self.good)
        try scene.write("rules/large.yar", "")
        let file = try FileHandle(forWritingTo: scene.folder.appendingPathComponent("rules/large.yar"))
        try file.truncate(atOffset: 100_000_000)
        try file.close()
        let folder = try scene.run("rules", "check", "rules")
        #expect(folder.code == 4)
        #expect(
            folder.output.contains(
                "rules/large.yar:0: rule file is left out: is larger than the limit of 16 MiB"))
        #expect(folder.output.contains("good:Good"))
        let alone = try scene.run("rules", "check", "rules/large.yar")
        #expect(alone.code == 5)
        #expect(alone.messages.contains("larger than the limit of 16 MiB"))
    }

    @Test("A program that is named like a rule file is no rule, and nothing of it is shown raw")
    func binary() throws {
        let scene = try Scene()
        try scene.write("rules/good.yar", Self.good)
        var bytes = Array(try Data(contentsOf: Scene.program).prefix(200_000))
        bytes += [0, 0x1b, 0x5b, 0x33, 0x31, 0x6d] + Array("rule X { \u{1b}[31m".utf8)
        try scene.write("rules/program.yar", bytes)
        let outcome = try scene.run("rules", "check", "rules")
        #expect(outcome.code == 4)
        #expect(outcome.output.contains("good:Good"))
        #expect(outcome.output.contains("rules/program.yar:"))
        #expect(!outcome.output.utf8.contains(0x1b))
    }
}
