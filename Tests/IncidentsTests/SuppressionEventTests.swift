import Foundation
import NetTypes
import Testing

@testable import Incidents

/// Events that know units, payload policies and suppressions.
@Suite struct SuppressionEventTests {
    private let encoder = EventEncoder(host: "sensor-1", origin: .savefile(path: "a.pcap"))

    private func object(_ finding: Finding) throws -> [String: Any] {
        let line = try #require(encoder.line(finding))
        return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    @Test func `a suppressed detection is an alert with another name and its reason`() throws {
        var alert = Samples.suppressed
        alert.suppression = nil
        var (one, other) = (try object(.detection(alert)), try object(.detection(Samples.suppressed)))
        #expect(one.removeValue(forKey: "event_type") as? String == "alert")
        #expect(other.removeValue(forKey: "event_type") as? String == "suppressed")
        let suppression = try #require(other.removeValue(forKey: "suppression") as? [String: String])
        #expect(suppression == ["id": "sao-luu-dem", "reason": "Sao lưu hằng đêm", "until": "2026-12-31"])
        #expect((one as NSDictionary).isEqual(to: other))
    }

    @Test func `units follow source and destination`() throws {
        let event = try object(.detection(Samples.suppressed))
        // The match went to the client, so the server is the source.
        #expect(event["src_unit"] as? String == "trung-tam-du-lieu")
        #expect(event["dest_unit"] as? String == "phuong-01")
        var flow = Samples.tcp
        flow.context.clientUnit = Samples.unit("phuong-01", .keep)
        let record = try object(.flow(flow))
        #expect(record["src_unit"] as? String == "phuong-01")
        #expect(record["dest_unit"] == nil)
    }

    @Test func `of bytes that are kept back only the digest is written, or nothing`() throws {
        var detection = Samples.detection
        detection.strings[0].bytes = []
        detection.strings[0].isWithheld = true
        detection.strings[0].sha256 = [0xab, 0xcd]
        detection.strings[1].bytes = []
        detection.strings[1].isWithheld = true
        let yara = try #require(try object(.detection(detection))["yara"] as? [String: Any])
        let strings = try #require(yara["strings"] as? [[String: Any]])
        #expect(Set(strings[0].keys) == ["id", "offset", "length", "sha256"])
        #expect(strings[0]["sha256"] as? String == "abcd")
        #expect(Set(strings[1].keys) == ["id", "offset", "length"])
    }

    @Test func `counters say what became of detections`() throws {
        let stats = try #require(try object(.statistics(Samples.judged))["stats"] as? [String: Any])
        let alerts = Int(Samples.judged.statistics.detections) - 2
        #expect(stats["detect"] as? [String: Int] == ["alert": alerts, "alerts_suppressed": 2])
        let suppression = try #require(stats["suppression"] as? [String: Any])
        #expect(suppression["alerts"] as? Int == 1068 && suppression["suppressed"] as? Int == 2)
        #expect(suppression["uncounted"] as? Int == 3)
        let entries = try #require(suppression["entries"] as? [[String: Any]])
        #expect(entries.map { $0["id"] as? String } == ["sao-luu-dem"])
        #expect(entries.map { $0["matched"] as? Int } == [5])
        #expect(entries.map { $0["suppressed"] as? Int } == [2])
        var late = Samples.judged
        (late.statistics.scan.detections, late.statistics.indicators.detections) = (1, 0)
        let behind = try #require(try object(.statistics(late))["stats"] as? [String: Any])
        #expect((behind["detect"] as? [String: Int])?["alert"] == 0)
    }
}
