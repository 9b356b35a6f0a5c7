import NetTypes
import Testing

@testable import Incidents

@Suite struct MISPExportTests {
    private func event(
        _ incident: Incident = Samples.exportedIncident,
        _ detections: [IncidentDetection] = Samples.exportedDetections,
        _ options: ExportOptions = Samples.fullOptions
    ) throws -> [String: Any] {
        let document = try JSONTree.object(ExportCase(incident, detections, options).text(.misp))
        return try #require(document["Event"] as? [String: Any])
    }

    @Test func `event and attributes have what the format requires`() throws {
        let event = try event()
        for key in [
            "uuid", "info", "date", "timestamp", "publish_timestamp", "published", "distribution", "org_id",
            "orgc_id", "threat_level_id", "analysis", "attribute_count", "Org", "Orgc",
        ] {
            #expect(event[key] != nil, "\(key)")
        }
        #expect(event["published"] as? Bool == false)
        #expect(event["distribution"] as? String == "0")
        #expect(event["date"] as? String == "2026-11-24")
        let attributes = JSONTree.list(event, "Attribute")
        #expect(event["attribute_count"] as? String == String(attributes.count))
        for attribute in attributes {
            for key in [
                "uuid", "type", "category", "to_ids", "event_id", "distribution", "timestamp", "deleted",
                "value",
            ] {
                #expect(attribute[key] != nil, "\(key)")
            }
        }
        let uuids = attributes.compactMap { $0["uuid"] as? String }
        #expect(Set(uuids).count == attributes.count)
    }

    @Test func `what receivers look for by machine is marked, and nothing else`() throws {
        let attributes = JSONTree.list(try event(), "Attribute")
        let sought = attributes.filter { $0["to_ids"] as? Bool == true }.compactMap { $0["type"] as? String }
        #expect(sought == ["ip-src", "yara", "sha256", "domain"])
        let others = attributes.filter { $0["to_ids"] as? Bool == false }.compactMap { $0["type"] as? String }
        #expect(others == ["ip-dst", "text", "pattern-in-traffic", "pattern-in-traffic", "community-id"])
    }

    @Test func `a master that victims went to is a destination`() throws {
        var incident = Samples.exportedIncident
        (incident.victim, incident.attacker) = (IPAddress("192.0.2.10") ?? .zero, IPAddress("198.51.100.7"))
        let attributes = JSONTree.list(try event(incident), "Attribute")
        let master = try #require(attributes.first { $0["comment"] as? String == "attacker" })
        #expect(master["type"] as? String == "ip-dst")
        #expect(attributes.contains { $0["type"] as? String == "ip-src" && $0["to_ids"] as? Bool == false })
    }

    @Test func `a second export of an incident is of the same event, a later one`() throws {
        let first = try event()
        var incident = Samples.exportedIncident
        incident.status = .resolved
        incident.resolvedAt = incident.lastAt.advanced(by: 5_000_000_000)
        let second = try event(incident)
        #expect(first["uuid"] as? String == second["uuid"] as? String)
        let times = [first, second].compactMap { ($0["timestamp"] as? String).flatMap { Int($0) } }
        #expect(times.count == 2 && times[1] == times[0] + 5)
        #expect(first["analysis"] as? String == "0")
        #expect(second["analysis"] as? String == "2")
        let other = IncidentID(day: Day(number: 3), bits: 4)
        incident.id = other
        #expect(try event(incident)["uuid"] as? String != first["uuid"] as? String)
    }

    @Test func `the label and the techniques are tags`() throws {
        var options = ExportOptions()
        options.trafficLight = .green
        let tags = JSONTree.list(try event(Samples.exportedIncident, [], options), "Tag")
            .compactMap { $0["name"] as? String }
        #expect(tags.first == "tlp:green")
        #expect(tags.contains(#"haidang:attack-technique="T1505.003""#))
    }

    @Test func `a rule whose source is too long is named`() throws {
        var options = ExportOptions()
        let name = "malware/eicar/EICAR_Test_File"
        options.ruleTexts[name] = String(repeating: "a", count: ExportLimits.ruleText + 1)
        let attributes = JSONTree.list(try event(Samples.exportedIncident, [], options), "Attribute")
        #expect(attributes.contains { $0["value"] as? String == "YARA rule \(name)" })
        #expect(!attributes.contains { $0["type"] as? String == "yara" })
    }
}
