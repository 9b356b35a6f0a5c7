import Foundation
import NetTypes
import Testing

@testable import haidang

@Suite("Suppressions and thresholds")
struct SuppressionTests {
    private static let until = "until: 2261-12-31"
    private static let entry = "id: a, rule: \"beacon/*\", \(until), reason: r"

    /// A file, and what is said about it behind its name.
    static let invalid: [(text: String, sentence: String)] = [
        ("supressions: []\n", ":1: there is no key supressions; did you mean suppressions?"),
        ("suppressions:\n  - {id: a, rule: x, \(until)}\n", ":2: the key reason is missing"),
        ("suppressions:\n  - {id: a, rule: x, reason: r}\n", ":2: the key until is missing"),
        (
            "suppressions:\n  - {id: a, \(until), reason: r}\n",
            ":2: a suppression needs at least one of rule, network, src, dst and unit"
        ),
        (
            "suppressions:\n  - {\(entry), netwrk: [192.0.2.1]}\n",
            ":2: there is no key netwrk; did you mean network?"
        ),
        (
            "suppressions:\n  - {\(entry), src: [192.0.2.1/24]}\n",
            ":2: 192.0.2.1/24 has bits set behind its prefix"
        ),
        (
            "suppressions:\n  - {id: a, rule: x, until: soon, reason: r}\n",
            ":2: until takes a day as 2026-12-31, not soon"
        ),
        ("suppressions:\n  - {\(entry)}\n  - {\(entry)}\n", ":3: the name a is taken on line 2"),
        (
            "thresholds:\n  - {\(entry), count: 1, seconds: 60, by: source}\n",
            ":2: the key count takes a whole number from 2 to 1000"
        ),
        (
            "thresholds:\n  - {\(entry), count: 2, seconds: 0, by: source}\n",
            ":2: the key seconds takes a whole number from 1 to 86400"
        ),
        (
            "thresholds:\n  - {\(entry), count: 2, seconds: 9, by: host}\n",
            ":2: the key by takes one of source, destination, rule, flow"
        ),
        ("thresholds:\n  - {\(entry), count: 2, by: flow}\n", ":2: the key seconds is missing"),
    ]

    @Test("What is not valid is one sentence with file and line", arguments: invalid)
    func invalidFile(text: String, sentence: String) throws {
        let scene = try Scene.ready()
        try scene.write("s.yml", text)
        let outcome = try scene.run("scan", "hit.pcap", "--suppressions", "s.yml")
        #expect(outcome.code == 2)
        #expect(outcome.messages.hasPrefix("haidang: s.yml\(sentence)"), "\(outcome.messages)")
        #expect(outcome.messages.count { $0 == "\n" } == 1)
    }

    @Test("A suppressed detection is no alert, and is in the event log, the summary and the counters")
    func suppressed() throws {
        let scene = try Scene.ready()
        try scene.write(
            "s.yml", "suppressions:\n  - {\(Self.entry)}\n  - {id: b, rule: x, \(Self.until), reason: r}\n")
        let outcome = try scene.run("scan", "hit.pcap", "--suppressions", "s.yml", "--event-log", "e.json")
        #expect(outcome.code == 0)
        #expect(!outcome.output.contains("beacon:Beacon"))
        #expect(!outcome.output.contains("Nothing found"))
        #expect(
            outcome.lines.suffix(4) == [
                "Suppressed: 1 detections, which are no alerts (in the event log as \"suppressed\")",
                "  a (until 2261-12-31): 1 of 1 suppressed", "  entries that matched nothing (1): b",
                "Event log: e.json",
            ])
        let log = try scene.text("e.json")
        #expect(log.contains("\"event_type\":\"suppressed\"") && !log.contains("\"event_type\":\"alert\""))
        #expect(log.contains("\"suppression\":{\"id\":\"a\",\"reason\":\"r\",\"until\":\"2261-12-31\"}}\n"))
        #expect(log.contains("\"detect\":{\"alert\":0,\"alerts_suppressed\":1}"))
        #expect(log.contains("{\"id\":\"b\",\"matched\":0,\"suppressed\":0}"))
    }

    @Test("With --json its line is printed under its own name, and the summary counts each entry")
    func json() throws {
        let scene = try Scene.ready()
        try scene.write("s.yml", "suppressions:\n  - {\(Self.entry)}\n")
        try scene.write("c.yml", "suppressions: s.yml\n")
        let outcome = try scene.run("scan", "hit.pcap", "quiet.pcap", "--config", "c.yml", "--json")
        #expect(outcome.code == 0)
        #expect(outcome.lines.first?.contains("\"event_type\":\"suppressed\"") == true)
        let summary = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.lines.last?.utf8 ?? "".utf8))
                as? [String: Any])
        #expect(summary["detections"] as? Int == 0 && summary["suppressed"] as? Int == 1)
        let entries = try #require(summary["suppressions"] as? [[String: Any]])
        #expect(entries.map { $0["id"] as? String } == ["a"])
        #expect(entries.map { $0["matched"] as? Int } == [1])
        #expect(entries.map { $0["suppressed"] as? Int } == [1])
    }

    @Test("Below a threshold there is no alert; the detection that reaches it is one")
    func threshold() throws {
        let scene = try Scene.ready()
        try scene.write("hits/1.pcap", Scene.savefile(saying: Scene.word))
        try scene.write("hits/2.pcap", Scene.savefile(saying: Scene.word + "!"))
        for (count, code) in [(2, Int32(1)), (3, 0)] {
            try scene.write(
                "s.yml", "thresholds:\n  - {\(Self.entry), count: \(count), seconds: 60, by: source}\n")
            let outcome = try scene.run("scan", "hits", "--suppressions", "s.yml")
            #expect(outcome.code == code)
            #expect(outcome.lines.contains("  a (until 2261-12-31): \(code == 1 ? 1 : 2) of 2 suppressed"))
        }
    }

    @Test(
        "Entries that have expired, and units that nobody knows, are warned of at the start, and counted as data says"
    )
    func doubts() throws {
        let scene = try Scene.ready()
        try scene.write(
            "s.yml",
            """
            suppressions:
              - {id: old, rule: "*", until: 2020-01-01, reason: r}
              - {id: b, unit: nobody, \(Self.until), reason: r}
            """)
        let outcome = try scene.run("scan", "hit.pcap", "--suppressions", "s.yml")
        #expect(outcome.code == 1)
        #expect(
            outcome.messages == """
                haidang: the entry old expired on 2020-01-01 and suppresses nothing later
                haidang: the entry b names the unit nobody, which no directory of networks has

                """)
        #expect(outcome.output.contains("  entries that matched nothing (2): old, b"))
        try scene.write("c.yml", "suppressions: s.yml\n")
        let doctor = try scene.run("doctor", "--config", "c.yml")
        #expect(doctor.code == 0)
        #expect(
            doctor.output.contains(
                "warn  Suppressions: 2 suppressions, 0 thresholds: s.yml: the entry old expired"))
        let vietnamese = try scene.run("scan", "hit.pcap", "--suppressions", "s.yml", "--lang", "vi")
        #expect(vietnamese.messages.contains("mục old đã hết hạn ngày 2020-01-01"))
    }

    @Test("The example loads together with the example of a province")
    func example() throws {
        let folder = Scene.repository.appendingPathComponent("packaging").path
        let scene = try Scene.ready()
        let outcome = try scene.run(
            "scan", "hit.pcap", "--suppressions", folder + "/suppressions.example.yml", "--networks",
            folder + "/networks.example.yml")
        #expect(outcome.code == 1)
        #expect(!outcome.messages.contains("names the unit"))
        #expect(
            outcome.output.contains(
                "  entries that matched nothing (3): sao-luu-dem, kiem-thu-xam-nhap, do-quet"))
    }
}
