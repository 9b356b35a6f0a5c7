import Foundation
import Testing

@Suite("haidang drill make")
struct DrillMakeCommandTests {
    @Test("A capture becomes a folder with a drill, in which the same is found")
    func make() throws {
        let scene = try Scene.ready()
        let made = try scene.run(
            "drill", "make", "hit.pcap", "-o", "drill", "--rules", "rules", "--start", "2026-01-05T08:00:00Z")
        #expect(made.code == 0, "\(made.messages)")
        #expect(made.lines.first == "Drill written: drill")
        let draft = try scene.text("drill/drill.yml")
        #expect(draft.contains("file: \"traffic.pcapng\""))
        #expect(draft.contains("injects:\n  - id: 1\n"))
        let found = try scene.run("scan", "drill/traffic.pcapng", "--rules", "rules", "--json")
        #expect(found.code == 1)
        #expect(found.output.contains("2026-01-05T08:00:00"))
        #expect(!FileManager.default.fileExists(atPath: scene.path("drill.part")))
    }

    @Test("The alerts of an event log say which flows are taken")
    func alerts() throws {
        let scene = try Scene.ready()
        let scan = try scene.run("scan", "hit.pcap", "--rules", "rules", "--event-log", "eve.json")
        #expect(scan.code == 1)
        let made = try scene.run(
            "drill", "make", "hit.pcap", "--from", "eve.json", "-o", "drill", "--rules", "rules")
        #expect(made.code == 0, "\(made.messages)")
        try scene.shell("grep -v alert eve.json > rest.json; true")
        let none = try scene.run(
            "drill", "make", "hit.pcap", "--from", "rest.json", "-o", "other", "--rules", "rules")
        #expect(none.code == 5)
        #expect(none.messages.contains("there is no alert to make a drill from"))
        #expect(!FileManager.default.fileExists(atPath: scene.path("other")))
    }

    @Test("With a key it replaces alike, without one never")
    func keys() throws {
        let scene = try Scene.ready()
        try scene.shell("head -c 32 /dev/zero > key; head -c 9 /dev/zero > short")
        func digest(_ folder: String, _ more: String...) throws -> String {
            let made = try scene.finish(
                scene.process(["drill", "make", "hit.pcap", "-o", folder, "--rules", "rules"] + more))
            #expect(made.code == 0, "\(made.messages)")
            return try scene.text("\(folder)/drill.yml")
        }
        #expect(try digest("a", "--key", "key") == digest("b", "--key", "key"))
        #expect(try digest("c") != digest("d"))
        let short = try scene.run(
            "drill", "make", "hit.pcap", "-o", "e", "--rules", "rules", "--key", "short")
        #expect(short.code == 2)
        #expect(short.messages.contains("'short' is no key: it has fewer than 16 bytes"))
    }

    @Test("What is wrong is named, and nothing is written")
    func errors() throws {
        let scene = try Scene.ready()
        try scene.shell("mkdir there; printf 'ab\\n' > texts")
        let cases: [([String], Int32, String)] = [
            (["hit.pcap", "-o", "there"], 2, "'there' exists already"),
            (["none.pcap", "-o", "x"], 5, "none.pcap"),
            (["-", "-o", "x"], 2, "it has to be a file"),
            (["hit.pcap", "-o", "x", "--from", "none.json"], 5, "none.json"),
            (["hit.pcap", "-o", "x", "--replace", "none"], 2, "'none' cannot be read"),
            (["hit.pcap", "-o", "x", "--replace", "texts"], 2, "'ab' is too short or too long"),
            (["hit.pcap", "-o", "x", "--start", "noon"], 2, "'noon' is no time"),
        ]
        for (arguments, code, words) in cases {
            let outcome = try scene.finish(
                scene.process(["drill", "make"] + arguments + ["--rules", "rules"]))
            #expect(outcome.code == code, "\(arguments)")
            #expect(outcome.messages.contains(words), "\(outcome.messages)")
            #expect(!FileManager.default.fileExists(atPath: scene.path("x")))
        }
    }
}
