import Foundation
import TestSupport
import Testing

@Suite("haidang rules cost, and rules that cost too much")
struct RulesCostTests {
    private static let plain = "rule plain { strings: $a = \"needle-in-hay\" condition: $a }\n"
    private static let nasty = "rule nasty { strings: $a = /a[ab]{1,2000}c/ condition: $a }\n"

    /// A savefile with one answer of many letters, and a needle in it.
    private static func corpus() -> [UInt8] {
        var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
        talk.handshake()
        talk.client(sends: "GET /x HTTP/1.1\r\nHost: a.example\r\n\r\n")
        let body = String(repeating: "ab", count: 4_000) + "needle-in-hay"
        talk.server(sends: "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
        talk.close()
        return SavefileBytes.pcap(talk.takeFrames())
    }

    private func scene(_ rules: String) throws -> Scene {
        let scene = try Scene()
        try scene.write("corpus.pcap", Self.corpus())
        try scene.write("rules/r.yar", rules)
        return scene
    }

    @Test("A cheap rule is within the budget, with what it was measured on")
    func cheap() throws {
        let outcome = try scene(Self.plain).run("rules", "cost", "rules", "--corpus", "corpus.pcap", "--json")
        #expect(outcome.code == 0, "\(outcome.messages)")
        let lines = try outcome.lines.map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(lines.map { $0["type"] as? String } == ["rule", "shard", "set"])
        #expect(lines[0]["rule"] as? String == "r:plain")
        #expect(lines[0]["hits"] as? Int == 2)
        #expect(lines[0]["candidates"] as? Int == 2)
        #expect(lines[0]["over_budget"] as? Bool == false)
        #expect(lines[2]["units"] as? Int == 3)
        #expect(lines[2]["bytes"] as? Int ?? 0 > 16_000)
    }

    @Test("A rule above the budget is refused, unless forced; with the table it is named")
    func dear() throws {
        let scene = try scene(Self.plain + "rule dear { strings: $a = /a[ab]{1,200}c/ condition: $a }\n")
        let refused = try scene.run("rules", "cost", "rules", "--corpus", "corpus.pcap")
        #expect(refused.code == 4)
        #expect(refused.lines.contains { $0.contains("r:dear") && $0.contains("×") })
        #expect(refused.output.contains("Refused: 1 rules cost more than 8.0 times a plain string"))
        let forced = try scene.run("rules", "cost", "rules", "--corpus", "corpus.pcap", "--force")
        #expect(forced.code == 0)
    }

    @Test("Wrong numbers and an empty corpus are usage errors")
    func usage() throws {
        let scene = try scene(Self.plain)
        try scene.write("empty/readme", "x")
        #expect(
            try scene.run("rules", "cost", "rules", "--budget", "0.5", "--corpus", "corpus.pcap").code == 2)
        #expect(try scene.run("rules", "cost", "rules", "--rate", "0", "--corpus", "corpus.pcap").code == 2)
        #expect(try scene.run("rules", "cost", "rules", "--corpus", "empty").code == 2)
    }

    @Test("Of 500 rules one is broken, one slow, one explodes: the others find what is there")
    func others() throws {
        var rules = (0..<497).map { "rule r\($0) { strings: $a = \"needle-in-hay\" condition: $a }\n" }
            .joined()
        rules += "rule broken { strings: $a = \"x condition: $a }\n"
        rules += Self.nasty
        rules += "rule explodes { condition: for all i in (0..2000000000) : ( i >= 0 ) }\n"
        let outcome = try scene(rules).run("scan", "corpus.pcap", "--rules", "rules", "--json")
        // Rules were left out, so not everything was looked for.
        #expect(outcome.code == 3)
        let alerts = outcome.lines.filter { $0.contains("\"event_type\":\"alert\"") }
        let names = Set(alerts.compactMap { $0.firstMatch(of: /"rule":"(r[0-9]+)"/).map { String($0.1) } })
        #expect(names.count == 497)
        #expect(outcome.messages.contains("nasty"))
        #expect(outcome.messages.contains("explodes"))
        #expect(outcome.messages.contains("broken"))
    }
}
