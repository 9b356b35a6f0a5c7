import Foundation
import NetTypes
import Testing

@testable import Incidents

/// An indicator that was met is an alert, with `ioc` where a rule has `yara`.
@Suite struct IndicatorEventTests {
    private let encoder = EventEncoder(host: "sensor-1", origin: .savefile(path: "a.pcap"))

    private func event(_ detection: Detection) throws -> [String: Any] {
        let line = try #require(encoder.line(.detection(detection)))
        return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    @Test func `it has what the list says and what was met`() throws {
        let event = try event(Samples.sighting)
        #expect(event["event_type"] as? String == "alert")
        #expect(event["yara"] == nil)
        let ioc = try #require(event["ioc"] as? [String: Any])
        #expect(ioc["type"] as? String == "sha256")
        #expect(ioc["list"] as? String == "feeds/bad")
        #expect(ioc["matched"] as? String == "file.sha256")
        #expect(ioc["tlp"] as? String == "amber")
        #expect(ioc["confidence"] as? Int == 85)
        #expect(ioc["valid_until"] as? String == "2026-12-31T00:00:00.000000+0000")
        #expect((ioc["object"] as? [String: Any])?["name"] as? String == "/a.exe")
        let alert = try #require(event["alert"] as? [String: Any])
        #expect(alert["severity"] as? Int == 1)
        #expect(alert["category"] as? String == "malware")
        #expect(alert["metadata"] == nil)
    }

    @Test func `what the list does not say is left out`() throws {
        let ioc = try #require(try event(Samples.namedServer)["ioc"] as? [String: Any])
        #expect(Set(ioc.keys) == ["type", "value", "list", "list_sha256", "matched", "seen", "packet"])
        #expect(ioc["seen"] as? String == "cdn.evil.example")
        #expect((try event(Samples.namedServer)["alert"] as? [String: Any])?["severity"] as? Int == 2)
    }
}
