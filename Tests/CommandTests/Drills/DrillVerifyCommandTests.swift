import Foundation
import FoundationXML
import Testing

@Suite("haidang drill verify")
struct DrillVerifyCommandTests {
    @Test("Every drill of the project passes", arguments: ["1", "4"])
    func all(workers: String) throws {
        let scene = try Scene()
        let folders = ["captures", "rules"].map { Scene.repository.appendingPathComponent($0).path }
        let outcome = try scene.run(
            "drill", "verify", folders[0], "--rules", folders[1], "--workers", workers, "--junit", "j.xml")
        #expect(outcome.code == 0, "\(outcome.output.suffix(2000))")
        let count = try FileManager.default.subpathsOfDirectory(atPath: folders[0])
            .count { $0.hasSuffix("/drill.yml") }
        #expect(count >= 119 && outcome.output.contains("\(count) drills pass, 0 fail"))
        #expect(try scene.text("j.xml").contains("tests=\"\(count)\" failures=\"0\""))
    }

    @Test("A drill that does not pass is named, with what is wrong, also in JUnit's XML")
    func failing() throws {
        let scene = try Scene.drill()
        try scene.write("d/bad <&>/drill.yml", Scene.drillText)
        try scene.write("d/bad <&>/traffic.pcap", Scene.savefile(saying: "understood, all of it"))
        let outcome = try scene.run("drill", "verify", "d", "--rules", "rules", "--junit", "j.xml")
        #expect(outcome.code == 1 && outcome.output.contains("1 drills pass, 1 fail"))
        #expect(outcome.output.contains("#1 a/Beacon: missed"))
        let parser = XMLParser(data: Data(try scene.text("j.xml").utf8))
        #expect(parser.parse())
        let json = try scene.run("drill", "verify", "d", "--rules", "rules", "--json").lines
        #expect(json.count == 2 && json.contains { $0.contains(#""passed":false"#) })
    }

    @Test("What nothing expects is as wrong as what is missed")
    func unexpected() throws {
        let scene = try Scene.drill()
        try scene.write(
            "d/drill.yml",
            Scene.drillText.replacing(
                "  - id: 3\n    title: Answer\n    title_vi: Đáp\n    points: 5\n    expect:\n"
                    + "      - {rule: b/Understood, dst: 203.0.113.9}\n", with: ""))
        let outcome = try scene.run("drill", "verify", "d", "--rules", "rules")
        #expect(outcome.code == 1)
        #expect(outcome.output.contains("unexpected: b/Understood"))
        #expect(outcome.output.contains("silence broken by b/Understood"))
    }
}
