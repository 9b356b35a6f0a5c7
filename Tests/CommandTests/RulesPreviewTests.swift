import Foundation
import Testing

@Suite("haidang rules preview")
struct RulesPreviewTests {
    @Test("What a rule would have found: rows, hits, and the exit codes of a scan")
    func found() throws {
        let scene = try Scene.ready()
        let hit = try scene.run("rules", "preview", "rules", "--in", "hit.pcap", "--in", "quiet.pcap")
        #expect(hit.code == 1)
        #expect(hit.output.contains("beacon:Beacon"))
        #expect(hit.output.contains("Files: 2 read to the end"))
        #expect(try scene.run("rules", "preview", "rules", "--in", "hit.pcap", "--exit-zero").code == 0)
        #expect(try scene.run("rules", "preview", "rules", "--in", "quiet.pcap").code == 0)
        try scene.write("cut.pcap", Scene.savefile(saying: "x").dropLast(3))
        #expect(try scene.run("rules", "preview", "rules", "--in", "hit.pcap", "--in", "cut.pcap").code == 3)
        #expect(try scene.run("rules", "preview", "rules", "--in", "none.pcap").code == 5)
        #expect(try scene.run("rules", "preview", "nowhere", "--in", "hit.pcap").code == 5)
    }

    @Test(
        "Neither traffic nor nights, and numbers that are none, are wrong usage",
        arguments: [
            [], ["--last", "0", "--in", "hit.pcap"], ["--limit", "-1", "--in", "hit.pcap"], ["--last", "7"],
            ["--in", "hit.pcap", "--than", "rules/beacon.yar"],
        ])
    func usage(options: [String]) throws {
        let scene = try Scene.ready()
        #expect(try scene.finish(scene.process(["rules", "preview", "rules"] + options)).code == 2)
    }

    @Test("JSON has a line for each rule and hit, and a summary")
    func json() throws {
        let scene = try Scene.ready()
        let outcome = try scene.run("rules", "preview", "rules", "--in", "hit.pcap", "--json")
        let objects = try outcome.lines.map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(objects.map { $0["type"] as? String } == ["rule", "hit", "summary"])
        #expect(objects.first?["hits"] as? Int == 1)
        #expect(objects.last?["exit_code"] as? Int == 1)
        #expect(objects.last?["complete"] as? Bool == true)
    }

    @Test("The units at both ends are named where a directory of networks knows them")
    func units() throws {
        let scene = try Scene.ready()
        try scene.write(
            "networks.yml",
            """
            units:
              - id: portal
                name: Portal
                kind: data_centre
                level: 3
                networks: [192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24]

            """)
        let options = ["rules", "preview", "rules", "--in", "hit.pcap", "--networks", "networks.yml"]
        #expect(try scene.finish(scene.process(options)).output.contains(" portal "))
        let line = try #require(try scene.finish(scene.process(options + ["--json"])).lines.first)
        #expect(line.contains(#""units":["portal"]"#))
    }

    @Test("Two sets are compared, and no difference exits with 0")
    func difference() throws {
        let scene = try Scene.ready()
        try scene.write(
            "new/beacon.yar", Scene.rule.replacing("= \"\(Scene.word)\"", with: "= \"quite another\""))
        let lost = try scene.run("rules", "preview", "new", "--than", "rules", "--in", "hit.pcap")
        #expect(lost.code == 1)
        #expect(lost.output.contains("− beacon:Beacon"))
        #expect(lost.output.contains("Only the new rules find 0, only the old ones 1."))
        try scene.write("same/beacon.yar", Scene.rule)
        let same = try scene.run("rules", "preview", "same", "--than", "rules", "--in", "hit.pcap")
        #expect(same.code == 0)
        #expect(same.output.contains("Only the new rules find 0, only the old ones 0."))
    }

    @Test("Nights are counted back from a day, over the recording of the configuration")
    func nights() throws {
        let scene = try Scene.ready()
        // The traffic of the scene is of 2026-11-24.
        try scene.write("recorded/haidang-20261124T000000Z-000000001.pcapng", try bytes(scene, "hit.pcap"))
        try scene.write("c.yml", "recording:\n  folder: recorded\n")
        let now = try scene.run("inspect", "packets", "--json", "hit.pcap")
        #expect(now.code == 0)
        let inside = try scene.run(
            "rules", "preview", "rules", "--last", "2", "--now", "2026-11-25", "--config", "c.yml")
        #expect(inside.code == 1, "\(inside.output)")
        let outside = try scene.run(
            "rules", "preview", "rules", "--last", "2", "--now", "2026-12-25", "--config", "c.yml")
        #expect(outside.output.contains("Left out: "))
        #expect(outside.code == 5)
    }

    private func bytes(_ scene: Scene, _ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: scene.folder.appendingPathComponent(name)))
    }
}
