import NetTypes
import Rulebook
import Scan
import Sensor
import TestSupport
import Testing

@Suite("Rules against the captures they name")
struct RuleTestTests {
    private static func savefile(_ text: String) -> [UInt8] {
        var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
        talk.handshake()
        talk.client(sends: text)
        talk.close()
        return SavefileBytes.pcap(talk.frames)
    }

    private static func captures() throws -> TestFolder {
        try TestFolder([
            "web/one/traffic.pcap": savefile("well: abcdef."),
            "web/two/traffic.pcap": savefile("abcdef again"),
            "benign/a/traffic.pcap": savefile("nothing"), "benign/b/traffic.pcap": savefile("not that"),
            "cut/traffic.pcap": savefile("nothing").dropLast(3),
            "text/traffic.pcap": Array("no capture".utf8),
            "empty/README.md": [65],
        ])
    }

    private func rows(_ rules: String) throws -> RuleTest {
        let folder = try Self.captures()
        let (set, _) = try RuleSet.load(places: [Rules.place(["a.yar": rules])])
        var test = RuleTest(set, captures: folder.path, configuration: SensorConfiguration())
        try test.run()
        return test
    }

    private func verdicts(hits: String, misses: String) throws -> [RuleTestRow.Verdict] {
        try rows(Rules.rule("r", "hits = \"\(hits)\"\nmisses = \"\(misses)\"")).rows.map(\.verdict)
    }

    @Test("A folder stands for every savefile below it")
    func folders() throws {
        let test = try rows(Rules.rule("r", "hits = \"web\"\nmisses = \"benign, captures/benign/a/\""))
        #expect(test.rows.map(\.verdict) == [.ok, .ok, .ok, .ok, .ok])
        #expect(
            test.rows.map(\.capture) == [
                "web/one/traffic.pcap", "web/two/traffic.pcap", "benign/a/traffic.pcap",
                "benign/b/traffic.pcap", "benign/a/traffic.pcap",
            ])
        #expect(test.rows.map(\.mustHit) == [true, true, false, false, false])
        #expect(test.savefiles.count == 4)
    }

    @Test("What is missed and what is hit by mistake is told by capture")
    func failures() throws {
        #expect(try verdicts(hits: "benign/a, web/one", misses: "web/two") == [.missed, .ok, .falseHit])
    }

    @Test(
        "A capture that is not there is no proof",
        arguments: ["web/three", "empty", "../web/one", "/", "web/../web/one", "."])
    func missing(name: String) throws {
        #expect(try verdicts(hits: name, misses: "benign/a") == [.captureMissing, .ok])
    }

    @Test("Nor is silence in one that could not be read to its end")
    func unreadable() throws {
        let found = try verdicts(hits: "web/one", misses: "cut, text")
        #expect(found.count == 3)
        #expect(found.first == .ok)
        #expect(found.dropFirst().map(\.word) == ["unreadable", "unreadable"])
    }

    @Test("A rule that names nothing to hit, or nothing to miss, is told")
    func unnamed() throws {
        let rules =
            Rules.rule("a", "hits = \"web\"") + Rules.rule("b", "misses = \"benign\"")
            + "private rule p { condition: true }\n"
        let test = try rows(rules)
        #expect(test.rows.map(\.verdict) == [.noCaptures, .noCaptures])
        #expect(test.savefiles.isEmpty)
    }

    @Test("Each capture is read once for all rules, and a stop leaves the rest unread")
    func once() throws {
        let folder = try Self.captures()
        let rules = (0..<3).map { Rules.rule("r\($0)", "hits = \"web\"\nmisses = \"benign\"") }.joined()
        let (set, _) = try RuleSet.load(places: [Rules.place(["a.yar": rules])])
        var test = RuleTest(set, captures: folder.path + "/", configuration: SensorConfiguration())
        var begun: [Int] = []
        try test.run { index, now in
            if now == .none { begun.append(index) }
            return index < 2
        }
        #expect(begun == [0, 1, 2])
        #expect(test.wasStopped)
        #expect(test.rows.count == 12)
        #expect(test.rows.count { $0.verdict == .ok } == 6)
        #expect(test.rows.count { $0.verdict == .notRun } == 6)
    }
}
