import Foundation
import NetTypes
import Testing

@testable import haidang

@Suite("The directory of networks")
struct NetworkFileTests {
    private static let head = "id: a, name: A, kind: ward, level: 2"

    /// Entries of a file, and what is said about it behind its name.
    static let invalid: [(text: String, sentence: String)] = [
        ("unit: []\n", ":1: there is no key unit; did you mean units?"),
        ("units: 3\n", ":1: units holds a list of entries, each of which begins with \"-\""),
        ("- a\n", ":1: here belong lines \"key: value\""),
        ("units: [\n", ":2: the file is not valid YAML"),
        (
            "units:\n  - {\(head), networks: [192.0.2.0/24], lvl: 2}\n",
            ":2: there is no key lvl; did you mean level?"
        ),
        ("units:\n  - {\(head)}\n", ":2: the key networks is missing"),
        (
            "units:\n  - {\(head), networks: [192.0.2.1/24]}\n",
            ":2: 192.0.2.1/24 has bits set behind its prefix; the network is 192.0.2.0/24"
        ),
        ("units:\n  - {\(head), networks: [192.0.2.0/33]}\n", ":2: 192.0.2.0/33 is no network"),
        ("units:\n  - {\(head), networks: [example.vn]}\n", ":2: example.vn is no network"),
        (
            "units:\n  - {id: a, name: A, kind: city, level: 2, networks: [192.0.2.0/24]}\n",
            ":2: the key kind takes one of ward, commune, special_zone"
        ),
        (
            "units:\n  - {id: a, name: A, kind: ward, level: 6, networks: [192.0.2.0/24]}\n",
            ":2: the key level takes a whole number from 1 to 5"
        ),
        (
            "units:\n  - {id: Ấp, name: A, kind: ward, level: 2, networks: [192.0.2.0/24]}\n",
            ":2: Ấp is no name"
        ),
        (
            "units:\n  - {\(head), networks: [192.0.2.0/24], payload: drop}\n",
            ":2: the key payload takes one of keep, hash, none"
        ),
        (
            "units:\n  - {\(head), networks: [192.0.2.0/24], from: 01-07-2025}\n",
            ":2: from takes a day as 2026-12-31, not 01-07-2025"
        ),
        (
            "units:\n  - {\(head), networks: [192.0.2.0/24], from: 2026-01-02, to: 2026-01-01}\n",
            ":2: the day under from is after the day under to"
        ),
        (
            "units:\n  - {\(head), networks: [192.0.2.0/24], contact: {mail: x}}\n",
            ":2: there is no key mail; did you mean email?"
        ),
        (
            "units:\n  - {\(head), networks: [192.0.2.0/24]}\n  - {\(head), networks: [192.0.2.0/25]}\n",
            ":3: the name a is taken on line 2"
        ),
        (
            "units:\n  - {\(head), networks: [192.0.2.0/24]}\n  - {id: b, name: B, kind: ward, level: 2, networks: [192.0.2.0/24]}\n",
            ":3: 192.0.2.0/24 belongs to a at the same time (line 2)"
        ),
        (
            "units:\n  - {\(head), networks: [192.0.2.0/24, 192.0.2.0/24]}\n",
            ":2: 192.0.2.0/24 belongs to a at the same time (line 2)"
        ),
    ]

    @Test("What is not valid is one sentence with file, line and the nearest known key", arguments: invalid)
    func invalidFile(text: String, sentence: String) throws {
        let scene = try Scene.ready()
        try scene.write("n.yml", text)
        let outcome = try scene.run("scan", "hit.pcap", "--networks", "n.yml")
        #expect(outcome.code == 2)
        #expect(outcome.messages.hasPrefix("haidang: n.yml\(sentence)"), "\(outcome.messages)")
        #expect(outcome.messages.count { $0 == "\n" } == 1)
    }

    @Test("A file that is not there is told, in both languages")
    func missing() throws {
        let scene = try Scene.ready()
        let english = try scene.run("scan", "hit.pcap", "--networks", "no.yml")
        #expect(english.code == 2)
        #expect(english.messages == "haidang: no.yml: cannot read the file: No such file or directory\n")
        let vietnamese = try scene.run("scan", "hit.pcap", "--networks", "no.yml", "--lang", "vi")
        #expect(vietnamese.messages == "haidang: no.yml: không đọc được tệp: không tồn tại\n")
    }

    @Test("The example of a province loads, with every unit and no doubt")
    func example() throws {
        let path = Scene.repository.appendingPathComponent("packaging/networks.example.yml").path
        let directory = try NetworkFile.load(path)
        let counts: [Int] = NetworkUnit.Kind.allCases.map { kind in
            directory.units.count { $0.kind == kind }
        }
        let expected: [Int] = [30, 22, 2, 15, 1, 2, 1]
        #expect(counts == expected)
        #expect(directory.units.allSatisfy { !$0.networks.isEmpty && !$0.name.isEmpty })
        #expect(directory.overlaps.isEmpty)
        let documentation = [
            "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "198.18.0.0/15",
        ]
        .compactMap { IPNetwork($0) }
        for network in directory.units.flatMap(\.networks) {
            #expect(documentation.contains { $0.contains(network.address) }, "\(network)")
        }
        let time = try #require(Day("2026-11-24")).start
        func unit(_ address: String) throws -> String? {
            directory.unit(of: try #require(IPAddress(address)), at: time)?.id
        }
        #expect(try unit("203.0.113.130") == "co-quan-01")
        #expect(try unit("203.0.113.1") == "trung-tam-du-lieu")
        #expect(try unit("198.18.1.9") == "phuong-01")
        #expect(try unit("2001:db8:1::9") == "phuong-01")
        #expect(directory.units.first?.contact.email == "phuong-01@example.vn")
        #expect(directory.units.first { $0.id == "so-01" }?.payload == .hash)
        #expect(directory.units.first { $0.id == "dac-khu-01" }?.importance == 3)
        #expect(directory.units.first { $0.id == "so-02" }?.importance == 3)
    }

    @Test("Events name the units, rules see them, the doctor counts them, and a plain address is a network")
    func effects() throws {
        let scene = try Scene.ready()
        try scene.write(
            "n.yml",
            """
            units:
              - {id: client, name: C, kind: ward, level: 2, payload: hash, networks: [198.51.100.7]}
              - {id: server, name: S, kind: data_centre, level: 4, networks: ["203.0.113.0/24", 2001:db8::/32]}
            """)
        try scene.write("c.yml", "networks: n.yml\n")
        try scene.write(
            "rules/unit.yar", "rule Unit { condition: src_unit == \"client\" and dst_unit == \"server\" }\n")
        let outcome = try scene.run(
            "scan", "hit.pcap", "--config", "c.yml", "--event-log", "e.json", "--json")
        #expect(outcome.code == 1)
        #expect(outcome.lines.count { $0.contains("\"rule\":\"Unit\"") } == 1)
        let alert = try #require(outcome.lines.first { $0.contains("\"rule\":\"Beacon\"") })
        #expect(alert.contains("\"src_unit\":\"client\",\"dest_unit\":\"server\""))
        #expect(alert.contains("\"sha256\":\"\(Digest.of(Array(Scene.word.utf8).span).hexadecimal)\"}"))
        #expect(!alert.contains("\"hex\""))
        #expect(try scene.text("e.json").contains("\"event_type\":\"flow\""))
        let doctor = try scene.run("doctor", "--config", "c.yml")
        #expect(doctor.output.contains("ok    Directory of networks: 2 units with 3 networks: n.yml"))
        try scene.write("rules/unit.yar", "rule Unit { condition: src_unit == \"cliemt\" }\n")
        let check = try scene.run("rules", "check", "rules", "--config", "c.yml")
        #expect(check.code == 0)
        #expect(check.output.contains("rules/unit.yar:1: rule Unit: src_unit == \"cliemt\" is never true"))
    }

    @Test("The doctor fails on a file that is not valid")
    func doctor() throws {
        let scene = try Scene.ready()
        try scene.write("c.yml", "networks: n.yml\nsuppressions: s.yml\n")
        try scene.write("n.yml", "units: 3\n")
        try scene.write("s.yml", "suppressions: 3\n")
        let outcome = try scene.run("doctor", "--config", "c.yml")
        #expect(outcome.code == 2)
        #expect(outcome.output.contains("fail  Directory of networks: n.yml:1: units holds a list"))
        #expect(outcome.output.contains("fail  Suppressions: s.yml:1: suppressions holds a list"))
    }
}
