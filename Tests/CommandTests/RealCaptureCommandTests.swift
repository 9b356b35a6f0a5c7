import Foundation
import Testing

/// The commands over real captures, as a person runs them.
@Suite(
    .enabled(
        if: ProcessInfo.processInfo.environment["HAIDANG_CAPTURES"] != nil,
        "skipped: HAIDANG_CAPTURES does not name the folder of real captures"))
struct RealCaptureCommandTests {
    private static let folder = ProcessInfo.processInfo.environment["HAIDANG_CAPTURES"] ?? ""
    private static let rules = Scene.repository.appendingPathComponent("rules").path

    /// Paths of the captures below the folder, and what the truth says of each.
    private static func captures() throws -> [[Substring]] {
        let text = try String(contentsOfFile: folder + "/truth/packets.csv", encoding: .utf8)
        return text.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
    }

    @Test(
        "Every capture, malformed ones too, ends with a code of its own kind, and 3 where the file is damaged"
    )
    func everyCapture() throws {
        let scene = try Scene()
        var rows = 0
        for row in try Self.captures() {
            let path = "\(Self.folder)/\(row[0])"
            let outcome = try scene.run("inspect", "packets", "--csv", path)
            let isDamaged = row[13] == "cut-short"
            #expect(outcome.code == (isDamaged ? 3 : 0), "\(row[0]): \(outcome.messages)")
            let fields = outcome.output.split(separator: "\n").last?.split(separator: ",") ?? []
            #expect(fields.count >= 5 && fields[fields.count - 4] == row[7], "\(row[0]): \(outcome.output)")
            rows += 1
        }
        #expect(rows == 238)
    }

    @Test("A scan of all of them finds the test string where it travels, and says what it could not see")
    func scan() throws {
        let scene = try Scene()
        let outcome = try scene.run(
            "scan", Self.folder, "--rules", Self.rules, "--event-log", "events.json", "--json")
        #expect(outcome.code == 3)
        let alerts = outcome.output.split(separator: "\n").filter { $0.contains(#""event_type":"alert""#) }
        for file in ["suricata-smb-eicar-file.pcap", "suricata-smb-eicar-overlap.pcap"] {
            #expect(alerts.contains { $0.contains(file) && $0.contains("EICAR_Test_File") }, "\(file)")
        }
        let broken = try scene.text("events.json").split(separator: "\n").filter {
            $0.contains(#""event_type":"stats""#) && !$0.contains(#""broken":[]"#)
        }
        #expect(broken.isEmpty, "every law of conservation holds")
    }
}
