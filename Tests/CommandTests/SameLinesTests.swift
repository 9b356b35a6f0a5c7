import Foundation
import Testing

/// Same bytes in, same lines out: today or tomorrow, fast or slow, plain or compressed.
@Suite struct SameLinesTests {
    /// Our own captures, one after another in the order of their paths.
    private static let captures = Scene.repository.appendingPathComponent("captures").path
    private static let rules = Scene.repository.appendingPathComponent("rules").path

    /// The event lines without the two members that name where they came from.
    private static func lines(_ scene: Scene, _ log: String) throws -> [String] {
        try scene.text(log).split(separator: "\n").map { line in
            String(line).replacing(#/"pcap_filename":"[^"]*",?/#, with: "")
        }
    }

    @Test("All captures twice give the same event log, byte for byte")
    func twice() throws {
        let scene = try Scene()
        for log in ["one.json", "two.json"] {
            let outcome = try scene.run("scan", Self.captures, "--rules", Self.rules, "--event-log", log)
            #expect(outcome.code == 1)
        }
        let one = try scene.text("one.json")
        #expect(one.split(separator: "\n").count > 60)
        #expect(try scene.text("two.json") == one)
    }

    @Test(
        "The same capture from gzip, and from a pipe that is slow, gives the same event lines",
        arguments: [
            "evasion/eicar-tiny-segments", "evasion/eicar-ipv4-fragments", "webshell/webshell-command",
        ])
    func otherWays(scenario: String) throws {
        let scene = try Scene()
        let plain = "\(Self.captures)/\(scenario)/traffic.pcap"
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: plain)))
        try scene.write("copy.pcap", bytes)
        try scene.shell("gzip -9 -c copy.pcap > other.gz")
        _ = try scene.run("scan", plain, "--rules", Self.rules, "--event-log", "plain.json")
        _ = try scene.run("scan", "other.gz", "--rules", Self.rules, "--event-log", "gzip.json")
        try scene.shell(
            """
            (head -c 700 copy.pcap; sleep 0.4; tail -c +701 copy.pcap | head -c 333; sleep 0.4; tail -c +1034 copy.pcap) \
            | '\(Scene.program.path)' scan - --rules '\(Self.rules)' --event-log slow.json >out.txt 2>&1 || [ $? -eq 1 ]
            """)
        let lines = try Self.lines(scene, "plain.json")
        #expect(lines.contains { $0.contains(#""event_type":"alert""#) })
        #expect(try Self.lines(scene, "gzip.json") == lines)
        #expect(try Self.lines(scene, "slow.json") == lines)
    }
}
