import Foundation
import NetTypes
import Testing

@testable import Rulebook

@Suite("Files and folders of indicators")
struct IndicatorLoaderTests {
    /// A folder with files in it, for one test.
    private final class Folder {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent(
            "haidang-ioc-\(UUID().uuidString)")

        init(_ files: [String: String]) throws {
            for (name, text) in files {
                let file = url.appendingPathComponent(name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            }
        }

        deinit { try? FileManager.default.removeItem(at: url) }
    }

    @Test("A folder stands for the lists below it in the order of their names; each is known by its path")
    func folder() throws {
        let folder = try Folder([
            "b.txt": "\u{feff}b.example\n", "a.csv": "value,comment\na.example,x\n",
            "sub/c.json": JSONListTests.misp,
            "README.md": "read me", ".hidden.txt": "hidden.example", "empty.txt": "# nothing today\n",
        ])
        let load = try IndicatorLoader.load(paths: [folder.url.path])
        #expect(load.files.map(\.list) == ["a", "b", "empty", "sub/c"])
        #expect(load.files.map(\.format) == [.csv, .plain, .plain, .misp])
        let found = load.set.find(domain: "b.example".utf8, at: .zero)
        let sighting = try #require(found.first.map { load.set.sighting($0, at: .dnsQuery, seen: "") })
        #expect(sighting.list.name == "b")
        #expect(sighting.list.sha256 == Digest.of(Array("\u{feff}b.example\n".utf8).span).hexadecimal)
    }

    @Test("A file that is named is read whatever it is called")
    func file() throws {
        let folder = try Folder(["feed": "evil.example\n"])
        let load = try IndicatorLoader.load(paths: [folder.url.appendingPathComponent("feed").path])
        #expect(load.set.count == 1)
        #expect(load.files.map(\.list) == ["feed"])
    }

    @Test("What cannot be used says why")
    func errors() throws {
        let folder = try Folder(["junk.txt": "nothing of the kind\n", "none/README.md": "x"])
        let path = folder.url.path
        #expect(throws: IndicatorError.missing(path: path + "/absent")) {
            try IndicatorLoader.load(paths: [path + "/absent"])
        }
        #expect(throws: IndicatorError.noList(paths: [path + "/none"])) {
            try IndicatorLoader.load(paths: [path + "/none"])
        }
        #expect(throws: IndicatorError.nothing(paths: [path + "/junk.txt"])) {
            try IndicatorLoader.load(paths: [path + "/junk.txt"])
        }
        let device = IndicatorError.unreadable(path: "/dev/zero", reason: "it is neither a file nor a folder")
        #expect(throws: device) { try IndicatorLoader.load(paths: ["/dev/zero"]) }
        var limits = IndicatorLimits()
        limits.fileBytes = 5
        #expect(throws: IndicatorError.tooLarge(path: path + "/junk.txt", limit: 5)) {
            try IndicatorLoader.load(paths: [path + "/junk.txt"], limits: limits)
        }
    }

    @Test("A list of nothing but comments is a list, with nothing in it")
    func empty() throws {
        let folder = try Folder(["a.txt": "# nothing\n\n"])
        let load = try IndicatorLoader.load(paths: [folder.url.path])
        #expect(load.set.count == 0)
        #expect(load.leftOut == 0)
    }
}
