import Incidents
import NetTypes
import TestSupport
import Testing

@Suite("Which detections are of one incident")
struct CorrelationTests {
    private func incidents(_ happenings: [Happening], eachAlone: Bool = false) throws -> [Incident] {
        let folder = try TestFolder()
        let store = try IncidentStore(path: folder.path + "/incidents.db")
        for happening in happenings where eachAlone { try store.record([happening]) }
        if !eachAlone { try store.record(happenings) }
        return try store.incidents().reversed()
    }

    @Test(
        "Those of one family, victim and attacker are, until an hour passes without one",
        arguments: [true, false])
    func family(eachAlone: Bool) throws {
        let all = try incidents(
            [
                Happening(), Happening(rule: "webshell/php/PHP_Other", after: 3_599),
                Happening(after: 7_199), Happening(after: 10_800),
            ], eachAlone: eachAlone)
        #expect(all.map(\.detections) == [3, 1])
        #expect(all[0].rules.map(\.name) == ["webshell/php/PHP_Other", "webshell/php/PHP_Request"])
        #expect(all[0].rules.map(\.detections) == [1, 2])
        #expect(all[0].lastAt.nanoseconds(since: all[0].firstAt) == 7_199_000_000_000)
        #expect(all[0].id != all[1].id)
    }

    @Test("Another victim or another attacker makes another one")
    func others() throws {
        let all = try incidents([
            Happening(), Happening(server: "198.51.100.8"), Happening(client: "192.0.2.11"),
        ])
        #expect(all.count == 3)
    }

    @Test("A chain on one host is one: delivery, then execution, then a call to another master")
    func chain() throws {
        let all = try incidents([
            Happening(rule: "exploit/jndi/JNDI", technique: "T1190"),
            Happening(rule: "webshell/php/PHP", technique: "T1505.003", client: "203.0.113.4", after: 60),
            Happening(
                rule: "c2/bot/Bot", category: "malware", technique: "T1071", client: "198.51.100.7",
                server: "203.0.113.99", after: 7_200),
        ])
        #expect(all.count == 1)
        #expect(all[0].stage == .commandAndControl)
        #expect(all[0].techniques == ["T1071", "T1190", "T1505.003"])
        #expect(all[0].victim.description == "198.51.100.7")
    }

    @Test("Neither an earlier step by somebody else nor a later one after a day joins")
    func noChain() throws {
        let all = try incidents([
            Happening(rule: "webshell/php/PHP", technique: "T1505.003"),
            Happening(rule: "exploit/jndi/JNDI", technique: "T1190", client: "203.0.113.4", after: 60),
            Happening(rule: "c2/bot/Bot", technique: "T1071", client: "198.51.100.7", after: 90_000),
        ])
        #expect(all.count == 3)
    }

    @Test("Whatever the same attacker tries at the same host within the hour is one")
    func samePair() throws {
        let all = try incidents([
            Happening(rule: "recon/scanner/Scanner", category: "recon", technique: "T1595.002"),
            Happening(rule: "exploit/sql/SQL", technique: "T1190", after: 600),
            Happening(rule: "recon/scanner/Other", category: "recon", technique: "T1595.002", after: 900),
        ])
        #expect(all.count == 1)
        #expect(all[0].category == .intrusion || all[0].category == .recon)
        #expect(all[0].stage == .delivery)
    }

    @Test(
        "Who suffers it follows from what it is",
        arguments: [
            ("intrusion", "T1190", Direction.toServer, "198.51.100.7", "192.0.2.10"),
            ("malware", "T1204", .toClient, "192.0.2.10", "198.51.100.7"),
            ("malware", "T1204", .toServer, "198.51.100.7", "192.0.2.10"),
            ("malware", "T1071", .toClient, "192.0.2.10", "198.51.100.7"),
            ("leak", "T1048", .toServer, "192.0.2.10", "198.51.100.7"),
            ("deface", "T1491", .toClient, "198.51.100.7", ""),
            ("policy", "T1040", .toServer, "192.0.2.10", ""),
        ])
    func roles(
        category: String, technique: String, direction: Direction, victim: String, attacker: String
    ) throws {
        let happening = Happening(category: category, technique: technique, direction: direction)
        let incident = try #require(try incidents([happening]).first)
        #expect(incident.victim.description == victim)
        #expect(incident.attacker?.description ?? "" == attacker)
    }

    @Test("The rule's own word on the victim counts first", arguments: ["client", "server"])
    func victimKey(word: String) throws {
        let incident = try #require(try incidents([Happening(metadata: [("victim", word)])]).first)
        #expect(incident.victim.description == (word == "client" ? "192.0.2.10" : "198.51.100.7"))
    }

    @Test(
        "Severity is the rule's, by how much the unit weighs",
        arguments: [(1, 1, 2, 3), (3, 3, 2, 2), (3, 5, 2, 1), (4, 1, 3, 2), (5, 5, 1, 1), (1, 1, 4, 4)])
    func severity(level: Int, importance: Int, rule: Int, expected: Int) throws {
        let unit = NetworkUnit(
            id: "u", name: "U", kind: .department, level: level, importance: importance, networks: [])
        let happening = Happening(severity: rule, serverUnit: unit)
        let incident = try #require(try incidents([happening]).first)
        #expect(incident.severity == expected)
        #expect(incident.unit?.id == "u")
    }

    @Test("A replay gives the same incidents, names and all, in whatever portions")
    func deterministic() throws {
        var random = SeededGenerator(seed: 7)
        let happenings = (0..<300).map { number in
            Happening(
                rule: "family\(Int.random(in: 0..<4, using: &random))/Rule",
                technique: ["T1190", "T1505", "T1071", "T1595"].randomElement(using: &random) ?? "",
                client: "192.0.2.\(Int.random(in: 1..<5, using: &random))",
                server: "198.51.100.\(Int.random(in: 1..<4, using: &random))",
                after: Double(number) * Double.random(in: 1..<200, using: &random), port: UInt16(number))
        }.sorted { $0.after < $1.after }
        let whole = try incidents(happenings)
        #expect(whole.count > 3)
        #expect(whole.reduce(0) { $0 + $1.detections } == 300)
        #expect(try incidents(happenings, eachAlone: true) == whole)
    }
}
