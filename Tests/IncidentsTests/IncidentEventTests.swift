import Foundation
import NetTypes
import Testing

@testable import Incidents

@Suite struct IncidentEventTests {
    private let encoder = EventEncoder(host: "sensor-1", origin: .savefile(path: "a.pcap"))

    private static var event: IncidentEvent {
        var incident = Samples.incident
        incident.assignee = "truc-ban"
        incident.status = .inProgress
        return IncidentEvent(
            incident, change: .escalated,
            flows: [.init(id: 1234, communityID: "1:LQU9qZlK+B5F3KDmev6m5PMibrg=")],
            deadlines: [
                .init(
                    profile: "nd331-2026", clock: "24h",
                    due: incident.detectedAt.advanced(by: 86_400_000_000_000), state: "running")
            ], evidence: ["HD-20261124-28T5CY4T.zip"])
    }

    private func document() throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent("docs/EVENTS.md"), encoding: .utf8)
    }

    @Test func `the example line is what the encoder writes`() throws {
        let line = encoder.line(Self.event)
        #expect(try document().contains("\n" + line + "\n"), "\(line)")
    }

    @Test func `the document names every member and every change`() throws {
        var event = Self.event
        event.incident.attackerUnit = event.incident.unit
        event.incident.mergedInto = IncidentID(day: Day(number: 0), bits: 0)
        event.incident.rules = Array(repeating: event.incident.rules[0], count: 65)
        let text = try document()
        for name in try Self.names(JSONTree.object(encoder.line(event))).sorted() {
            let isNamed = text.contains("`\(name)`")
            #expect(isNamed, "\(name)")
        }
        for change in IncidentEvent.Change.allCases {
            let isNamed = text.contains("`\(change.rawValue)`")
            #expect(isNamed, "\(change)")
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

    @Test func `what is not known is left out`() throws {
        var event = IncidentEvent(Samples.incident, change: .opened)
        event.incident.attacker = nil
        event.incident.unit = nil
        let line = try JSONTree.object(encoder.line(event))
        #expect(line["src_ip"] == nil)
        #expect(line["dest_ip"] as? String == "198.51.100.7")
        #expect(line["timestamp"] as? String == event.incident.lastAt.description)
        let own = try #require(line["incident"] as? [String: Any])
        for key in ["attacker", "unit", "system_level", "assignee", "merged_into", "rules_more"] {
            #expect(own[key] == nil, "\(key)")
        }
        #expect((own["deadlines"] as? [Any])?.isEmpty == true)
        #expect(own["flows_more"] as? Int == 0)
    }

    @Test func `lists and text have limits, and what is beyond is counted`() throws {
        var event = Self.event
        let long = String(repeating: "Ầ\u{0}", count: 1 << 18)
        event.flows = (1...200).map { .init(id: $0, communityID: long) }
        event.flowsMore = 1000
        event.evidence = Array(repeating: long, count: 500)
        event.deadlines = Array(
            repeating: .init(profile: long, clock: long, due: .zero, state: long), count: 500)
        event.incident.techniques = Array(repeating: long, count: 500)
        event.incident.rules = Array(repeating: event.incident.rules[0], count: 500)
        for place in event.incident.rules.indices {
            event.incident.rules[place].name = long
            event.incident.rules[place].summary = long
        }
        let text = encoder.line(event)
        #expect(text.utf8.count < 2_000_000)
        let own = try #require(JSONTree.object(text)["incident"] as? [String: Any])
        #expect(JSONTree.list(own, "flows").count == EventEncoder.flowLimit)
        #expect(own["flows_more"] as? Int == 1000 + 200 - EventEncoder.flowLimit)
        #expect(own["rules_more"] as? Int == 500 - EventEncoder.incidentLimit)
        #expect((own["title"] as? String)?.hasSuffix("…") == true)
        event.flowsMore = .max
        #expect(encoder.line(event).contains("\"flows_more\":18446744073709551615"))
    }
}
