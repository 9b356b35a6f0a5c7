import Foundation
import NetTypes
import Testing

@testable import Scan

/// A folder of files that is removed with this object.
final class TemporaryFolder {
    let path: String

    init(_ files: [String: String]) throws {
        path = NSTemporaryDirectory() + "scan-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files {
            let file = URL(fileURLWithPath: path + "/" + name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

@Suite struct RuleLoadingTests {
    private func rule(_ name: String) -> String { "rule \(name) { condition: true }" }

    private func names(_ set: RuleSet) -> [String] {
        set.rules.map { "\($0.identity.namespace):\($0.identity.name)" }
    }

    @Test func `a folder is read to its depth, in the order of bytes, with namespaces from paths`() throws {
        let folder = try TemporaryFolder([
            "b.yar": rule("b"), "a/z.yara": rule("z"), "a/deep/x.y.rule": rule("x"), "B.yar": rule("upper"),
            "note.txt": "no rule", ".hidden.yar": rule("hidden"), ".git/c.yar": rule("git"),
            "a/empty.yar": "",
        ])
        for root in [folder.path, folder.path + "/"] {
            let (set, problems) = try RuleSet.load(paths: [root])
            #expect(names(set) == ["B:upper", "a/deep/x.y:x", "a/z:z", "b:b"])
            #expect(problems == [])
            #expect(set.rules.last?.file == folder.path + "/b.yar")
        }
    }

    @Test func `a file that is given itself may have any name`() throws {
        let folder = try TemporaryFolder(["set.rules": rule("r")])
        let (set, _) = try RuleSet.load(paths: [folder.path + "/set.rules"])
        #expect(names(set) == ["set:r"])
    }

    @Test func `equal namespaces from two roots are told apart, and a file given twice is loaded once`()
        throws
    {
        let one = try TemporaryFolder(["web.yar": rule("r")])
        let two = try TemporaryFolder(["web.yar": rule("r"), "web#2.yar": rule("s")])
        let (set, problems) = try RuleSet.load(paths: [one.path, two.path, one.path, one.path + "/web.yar"])
        #expect(names(set) == ["web:r", "web#2:s", "web#3:r"])
        #expect(problems.map(\.isError) == [false, false])
        #expect(problems.map(\.file) == [one.path + "/web.yar", one.path + "/web.yar"])
    }

    @Test func `what is missing, unreadable or empty is said`() throws {
        let folder = try TemporaryFolder(["text/readme.txt": "nothing", "good.yar": rule("r")])
        #expect(throws: RuleError.missing(path: folder.path + "/none")) {
            try RuleSet.load(paths: [folder.path + "/none"])
        }
        #expect(throws: RuleError.noRules(paths: [folder.path + "/text"])) {
            try RuleSet.load(paths: [folder.path, folder.path + "/text"])
        }
        #expect(throws: RuleError.noRules(paths: [])) { try RuleSet.load(paths: []) }
        #expect(throws: RuleError.unreadable(path: "/dev/null", reason: "is not a regular file")) {
            try RuleSet.load(paths: ["/dev/null"])
        }
    }

    @Test func `a file over the limit is an error when given and a problem in a folder`() throws {
        let folder = try TemporaryFolder(["good.yar": rule("r"), "large.yar": ""])
        let large = folder.path + "/large.yar"
        let handle = try #require(FileHandle(forWritingAtPath: large))
        try handle.truncate(atOffset: UInt64(RuleLimits.fileBytes + 1))
        #expect(throws: RuleError.unreadable(path: large, reason: "is larger than the limit of 16 MiB")) {
            try RuleSet.load(paths: [large])
        }
        let (set, problems) = try RuleSet.load(paths: [folder.path])
        #expect(names(set) == ["good:r"])
        #expect(problems.map(\.file) == [large])
    }

    @Test func `links that lead in a circle end`() throws {
        let folder = try TemporaryFolder(["a/one.yar": rule("one")])
        for name in ["x", "y"] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/a/" + name, withDestinationPath: folder.path)
        }
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/broken.yar", withDestinationPath: folder.path + "/nowhere")
        let (set, problems) = try RuleSet.load(paths: [folder.path])
        #expect(names(set) == ["a/one:one"])
        #expect(problems.map(\.file) == [folder.path + "/broken.yar"])
    }

    @Test func `includes are relative to the including file, and included files load alone too`() throws {
        let folder = try TemporaryFolder([
            "main.yar": "include \"./lib/base.yar\"\nrule main { condition: base and deep }",
            "lib/base.yar": "include \"../other/deep.yar\"\n\(rule("base"))", "other/deep.yar": rule("deep"),
        ])
        let (set, problems) = try RuleSet.load(paths: [folder.path])
        #expect(problems == [])
        #expect(
            names(set) == [
                "lib/base:deep", "lib/base:base", "main:deep", "main:base", "main:main", "other/deep:deep",
            ])
        let deep = try #require(
            set.rules.first { $0.identity.namespace == "main" && $0.identity.name == "deep" })
        #expect(deep.file.hasSuffix("/other/deep.yar"))
    }

    @Test func `errors in an included file name that file and its line`() throws {
        let folder = try TemporaryFolder([
            "main.yar": "\(rule("first"))\ninclude \"inc.txt\"\n\nrule main { condition: lost }",
            "inc.txt": "\n\nrule lost { condition: nowhere }",
        ])
        let (set, problems) = try RuleSet.load(paths: [folder.path])
        #expect(names(set) == ["main:first"])
        #expect(problems.map(\.line) == [3, 4])
        #expect(problems.map { $0.file.hasSuffix("inc.txt") } == [true, false])
        #expect(problems.map(\.rule) == ["lost", "main"])
    }

    @Test func `broken includes, circles and endless growth are problems of the including file`() throws {
        let folder = try TemporaryFolder([
            "missing.yar": "\ninclude \"none.yar\"\n\(rule("r"))",
            "self.yar": "include \"self.yar\"\n\(rule("r"))",
            "twice.yar": "include \"twice0.inc\"\n\(rule("r"))",
        ])
        for level in 0..<14 {
            let text = "include \"twice\(level + 1).inc\"\ninclude \"twice\(level + 1).inc\"\n"
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path + "/twice\(level).inc"))
        }
        try Data().write(to: URL(fileURLWithPath: folder.path + "/twice14.inc"))
        let (set, problems) = try RuleSet.load(paths: [folder.path])
        #expect(names(set) == ["missing:r", "self:r", "twice:r"])
        #expect(problems.first?.line == 2)
        #expect(problems.first?.message == "cannot include \"none.yar\": No such file or directory")
        #expect(problems.contains { $0.message.contains("it includes itself") })
        #expect(problems.contains { $0.message.contains("more than 4096 includes") })
    }

    @Test func `files include each other to a bounded depth`() throws {
        var files = ["l0.yar": "include \"l1.inc\" \(rule("r0"))"]
        for level in 1...20 { files["l\(level).inc"] = "include \"l\(level + 1).inc\" \(rule("r\(level)"))" }
        let folder = try TemporaryFolder(files)
        let (set, problems) = try RuleSet.load(paths: [folder.path])
        #expect(set.rules.count == RuleLimits.includeDepth + 1)
        #expect(problems.count == 1)
        #expect(problems.first?.message.contains("16 deep") == true)
    }
}
