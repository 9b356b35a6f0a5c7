import Foundation
import NetTypes
import Testing

@testable import Scan

@Suite("Where rules are, and what they may include")
struct RulePlaceTests {
    private func rule(_ name: String) -> String { "rule \(name) { condition: true }" }

    private func names(_ set: RuleSet) -> [String] {
        set.rules.map { "\($0.identity.namespace):\($0.identity.name)" }
    }

    @Test("Files in memory load as the same folder does, with the same digest")
    func memory() throws {
        let texts = [
            "web/a.yar": "include \"../lib/base.inc\"\nrule a { condition: base }",
            "lib/base.inc": rule("base"),
            "b.yara": rule("b"), "notes.txt": "none",
        ]
        let folder = try TemporaryFolder(texts)
        let (onDisk, _) = try RuleSet.load(paths: [folder.path])
        let files = texts.mapValues { Array($0.utf8) }
        let (inMemory, problems) = try RuleSet.load(places: [.files(name: "pack", files)])
        #expect(problems == [])
        #expect(names(inMemory) == names(onDisk))
        #expect(names(inMemory) == ["b:b", "web/a:base", "web/a:a"])
        #expect(inMemory.sha256 == onDisk.sha256)
        #expect(inMemory.rules.first?.file == "pack/b.yara")
    }

    @Test(
        "Files in memory include nothing from elsewhere",
        arguments: ["../out.inc", "/etc/hostname", "no.inc"])
    func memoryIncludes(path: String) throws {
        let files = [
            "a.yar": Array("include \"\(path)\"\n\(rule("a"))".utf8), "out.inc": Array(rule("o").utf8),
        ]
        let (set, problems) = try RuleSet.load(places: [.files(name: "pack", files)])
        #expect(names(set) == ["a:a"])
        #expect(problems.map(\.isError) == [true])
        #expect(problems.first?.line == 1)
    }

    @Test("Files without a rule file are no rules")
    func noRules() {
        #expect(throws: RuleError.noRules(paths: ["pack"])) {
            try RuleSet.load(places: [.files(name: "pack", ["readme.txt": [65]])])
        }
    }

    @Test("An include leaves the folder neither upwards, nor from the top, nor by a link")
    func outside() throws {
        let secret = try TemporaryFolder(["secret.yar": rule("secret")])
        let folder = try TemporaryFolder([
            "set/up.yar": "include \"../beside.yar\"\n\(rule("up"))",
            "set/top.yar": "include \"\(secret.path)/secret.yar\"\n\(rule("top"))",
            "set/link.yar": "include \"link.inc\"\n\(rule("link"))",
            "set/good.yar": "include \"../set/./part.inc\"\n\(rule("good"))", "set/part.inc": rule("part"),
            "beside.yar": rule("beside"), "setting/near.inc": rule("near"),
            "set/near.yar": "include \"../setting/near.inc\"\n\(rule("nearby"))",
        ])
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/set/link.inc", withDestinationPath: secret.path + "/secret.yar")
        let (set, problems) = try RuleSet.load(paths: [folder.path + "/set"])
        #expect(names(set) == ["good:part", "good:good", "link:link", "near:nearby", "top:top", "up:up"])
        #expect(problems.count == 4)
        #expect(
            problems.allSatisfy {
                $0.isError && $0.message.hasSuffix("it is outside the folder of the rules")
            })
        #expect(!problems.contains { $0.message.contains("condition") })
    }

    @Test("For a file that is given itself, its folder is the border")
    func single() throws {
        let folder = try TemporaryFolder([
            "a/main.yar": "include \"part.inc\"\ninclude \"../b.inc\"\n\(rule("main"))",
            "a/part.inc": rule("part"),
            "b.inc": rule("b"),
        ])
        let (set, problems) = try RuleSet.load(paths: [folder.path + "/a/main.yar"])
        #expect(names(set) == ["main:part", "main:main"])
        #expect(problems.map(\.line) == [2])
        let (whole, none) = try RuleSet.load(paths: [folder.path])
        #expect(whole.rules.count == 3)
        #expect(none == [])
    }
}
