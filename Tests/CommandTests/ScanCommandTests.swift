import Foundation
import Testing

@Suite("haidang scan")
struct ScanCommandTests {
    @Test("A detection is a row with its rule, flow, place and excerpt, and the exit code is 1")
    func detection() throws {
        let scene = try Scene.ready()
        let outcome = try scene.run("scan", "hit.pcap")
        #expect(outcome.code == 1)
        let row = try #require(outcome.lines.first { $0.contains("beacon:Beacon") })
        #expect(row.contains("2026-11-24 01:00:00."))
        #expect(row.contains("high"))
        #expect(row.contains("198.51.100.7:40000 → 203.0.113.9:80 tcp"))
        #expect(row.contains("TCP stream to server"))
        #expect(row.contains("byte 6, frame 4"))
        #expect(row.contains(Scene.word))
        #expect(outcome.messages.isEmpty)
    }

    @Test("A quiet capture that was scanned whole exits with 0 and says so")
    func quiet() throws {
        let outcome = try Scene.ready().run("scan", "quiet.pcap")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("Nothing found; all payload in the capture was scanned."))
        #expect(!outcome.output.contains("NOT ALL"))
    }

    @Test("--exit-zero makes a find exit with 0, and nothing else")
    func exitZero() throws {
        let scene = try Scene.ready()
        #expect(try scene.run("scan", "hit.pcap", "--exit-zero").code == 0)
        try scene.write("cut.pcap", Scene.savefile(saying: Scene.word).dropLast(3))
        #expect(try scene.run("scan", "cut.pcap", "--exit-zero").code == 3)
    }

    @Test(
        "A savefile cut short is scanned as far as it goes, is named, and exits with 3 although something was found"
    )
    func cutShort() throws {
        let scene = try Scene.ready()
        try scene.write("cut.pcap", Scene.savefile(saying: Scene.word).dropLast(3))
        let outcome = try scene.run("scan", "cut.pcap")
        #expect(outcome.code == 3)
        #expect(outcome.output.contains("beacon:Beacon"))
        #expect(outcome.output.contains("in part: cut.pcap: after frame 9"))
        #expect(outcome.output.contains("NOT ALL WAS SCANNED"))
        #expect(!outcome.output.contains("Nothing found"))
    }

    @Test("A quiet savefile cut short never claims that nothing is there")
    func cutShortAndQuiet() throws {
        let scene = try Scene.ready()
        try scene.write("cut.pcap", Scene.savefile(saying: "calm").dropLast(3))
        let outcome = try scene.run("scan", "cut.pcap")
        #expect(outcome.code == 3)
        #expect(!outcome.output.contains("Nothing found"))
        #expect(outcome.output.contains("NOT ALL WAS SCANNED"))
    }

    @Test("Standard input is a savefile like any other")
    func standardInput() throws {
        let outcome = try Scene.ready().run("scan", "-", input: Scene.savefile(saying: Scene.word))
        #expect(outcome.code == 1)
    }

    @Test("--rules takes one path and can be given again, so inputs may follow it")
    func rulesThenInputs() throws {
        let scene = try Scene.ready()
        try scene.write("more/other.yar", "rule Other { strings: $a = \"understood\" condition: $a }")
        let outcome = try scene.run("scan", "--rules", "rules", "--rules", "more", "hit.pcap")
        #expect(outcome.code == 1)
        #expect(outcome.output.contains("beacon:Beacon"))
        #expect(outcome.output.contains("other:Other"))
    }

    @Test("A folder stands for the savefiles in it, and each row then names its file")
    func folder() throws {
        let scene = try Scene.ready()
        try scene.write("night/one.pcap", Scene.savefile(saying: Scene.word))
        try scene.write("night/deep/two.pcap", Scene.savefile(saying: Scene.word))
        try scene.write("night/notes.txt", "not a capture")
        let outcome = try scene.run("scan", "night")
        #expect(outcome.code == 1)
        #expect(outcome.output.contains("night/one.pcap"))
        #expect(outcome.output.contains("night/deep/two.pcap"))
        #expect(outcome.output.contains("Files: 2 read to the end, 0 read in part, 0 not read"))
    }

    @Test("--json prints each alert as in the event log and ends with a summary, each line a JSON object")
    func json() throws {
        let scene = try Scene.ready()
        let outcome = try scene.run("scan", "hit.pcap", "--json", "--event-log", "events.json", "--host", "h")
        let objects = try outcome.lines.map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        try #require(objects.map { $0["event_type"] as? String } == ["alert", "summary"])
        #expect(objects[1]["detections"] as? Int == 1)
        #expect(objects[1]["complete"] as? Bool == true)
        #expect(objects[1]["exit_code"] as? Int == 1)
        let log = try scene.text("events.json").split(separator: "\n").map(String.init)
        #expect(log.contains(outcome.lines[0]))
        #expect(log.contains { $0.contains("\"event_type\":\"stats\"") })
        #expect(log.contains { $0.contains("\"event_type\":\"flow\"") })
    }

    @Test("The summary ends with the path of the event log")
    func eventLog() throws {
        let scene = try Scene.ready()
        let outcome = try scene.run("scan", "hit.pcap", "--event-log", "events.json")
        #expect(outcome.lines.last == "Event log: events.json")
        #expect(try scene.text("events.json").contains("\"pcap_filename\":\"hit.pcap\""))
    }

    @Test(
        "A rule that does not compile is named with file and line, the others are used, and the exit code is 3"
    )
    func oneBrokenRule() throws {
        let scene = try Scene.ready()
        try scene.write("rules/broken.yar", Scene.brokenRule)
        let outcome = try scene.run("scan", "hit.pcap")
        #expect(outcome.code == 3)
        #expect(outcome.messages.contains("rules/broken.yar:2: rule Broken is left out"))
        #expect(outcome.output.contains("beacon:Beacon"))
        #expect(outcome.output.contains("1 rules or rule files were left out and not looked for"))
    }

    @Test("When no rule compiles nothing is scanned, and the exit code is 4")
    func onlyBrokenRules() throws {
        let scene = try Scene.ready()
        try scene.write("bad/broken.yar", Scene.brokenRule)
        let outcome = try scene.run("scan", "hit.pcap", "--rules", "bad", "--quiet")
        #expect(outcome.code == 4)
        #expect(outcome.output.isEmpty)
        #expect(outcome.messages.contains("bad/broken.yar:2"))
    }

    @Test("Bytes that the capture never held make the run incomplete")
    func snapped() throws {
        let scene = try Scene.ready()
        try scene.write("snapped.pcap", Scene.snappedSavefile)
        let outcome = try scene.run("scan", "snapped.pcap")
        #expect(outcome.code == 3)
        #expect(outcome.output.contains("cut off when the capture was made (snaplen)"))
    }

    @Test("A name cannot make the terminal do anything")
    func hostileName() throws {
        let scene = try Scene.ready()
        let name = "a\u{1b}[31m\u{202e}b.pcap"
        try scene.write(name, Scene.savefile(saying: Scene.word))
        let outcome = try scene.run("scan", name, "missing\u{7}.pcap")
        #expect(outcome.output.contains("a\\x1b[31m\\u{202e}b.pcap"))
        #expect(outcome.messages.contains("missing\\x07.pcap"))
        for text in [outcome.output, outcome.messages] {
            #expect(!text.unicodeScalars.contains { $0 == "\u{1b}" || $0 == "\u{202e}" || $0 == "\u{7}" })
        }
    }
}
