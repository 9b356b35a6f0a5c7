import Foundation
import NetTypes
import Testing

@testable import Incidents

@Suite("The digest event")
struct DigestEventTests {
    /// The example of the document.
    private func line() throws -> String {
        let scene = try NightScene()
        try scene.night(bytes: 900, detections: 1)
        var file = scene.entry("night/eth1_02.pcap", bytes: 1000, detections: 2)
        let counters = LedgerCounts.columns.map(\.name).filter { $0 != "bytes" && $0 != "detections" }
        for (place, name) in counters.enumerated() {
            let counter = try #require(LedgerCounts.columns.first { $0.name == name }).counter
            file.counts[keyPath: counter] = UInt64(place)
        }
        (file.firstFrame, file.lastFrame) = (
            LedgerSamples.time.advanced(by: -3_600_000_000_000), LedgerSamples.time
        )
        var cut = scene.entry(
            "night/eth1_03.pcap", .partial(.damaged, reason: "after frame 3: cut short"), bytes: 40)
        cut.firstFrame = file.firstFrame
        try scene.night(
            [file, cut, scene.entry("night/eth1_04.pcap", .failed(reason: "Permission denied"))],
            [
                .init(.talker, "192.0.2.1", 900), .init(.ruleHits, "malware/eicar/EICAR_Test_File", 2),
                .init(.ruleCost, "malware/eicar/EICAR_Test_File", 512), .init(.incident, "so-y-te|2", 1),
                .init(.missing, "night/eth1_04.pcap", 2),
            ], code: 3, known: 12, left: 1)
        _ = try scene.night([], code: nil)
        return try NightDigest(ledger: scene.ledger, run: 2).line
    }

    private func document() throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent("docs/EVENTS.md"), encoding: .utf8)
    }

    @Test("The example line of the document is what a digest gives")
    func example() throws {
        let line = try line()
        #expect(try document().contains("\n" + line + "\n"), "\(line)")
    }

    @Test("The document names every member")
    func members() throws {
        let text = try document()
        for name in Self.names(try JSONSerialization.jsonObject(with: Data(line().utf8))).sorted() {
            #expect(text.contains("`\(name)`"), "\(name)")
        }
    }

    private static func names(_ value: Any) -> Set<String> {
        switch value {
        case let object as [String: Any]:
            object.reduce(into: Set(object.keys)) { $0.formUnion(names($1.value)) }
        case let array as [Any]: array.reduce(into: []) { $0.formUnion(names($1)) }
        default: []
        }
    }
}
