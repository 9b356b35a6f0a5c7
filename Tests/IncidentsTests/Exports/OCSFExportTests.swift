import Foundation
import NetTypes
import Testing

@testable import Incidents

@Suite struct OCSFExportTests {
    private func events(
        _ incident: Incident = Samples.exportedIncident, _ options: ExportOptions = Samples.fullOptions
    ) throws -> [[String: Any]] {
        try JSONTree.lines(ExportCase(incident, Samples.exportedDetections, options).text(.ocsf))
    }

    @Test func `there is a finding for each detection, an activity for each flow, and the incident`() throws {
        let classes = try events().map { $0["class_uid"] as? Int }
        #expect(classes == [2004, 2004, 2004, 2004, 2004, 4001, 4001, 2005])
    }

    @Test func `every event has what its class requires`() throws {
        for event in try events() {
            let number = try #require(event["class_uid"] as? Int)
            let activity = try #require(event["activity_id"] as? Int)
            let required = try #require(OCSFTables.classes[number]).union(OCSFTables.base)
            #expect(required.isSubset(of: event.keys), "\(number)")
            if let oneOf = OCSFTables.oneOf[number] {
                #expect(!oneOf.isDisjoint(with: event.keys), "\(number)")
            }
            #expect(event["type_uid"] as? Int == number * 100 + activity)
            #expect(event["category_uid"] as? Int == number / 1000)
            #expect(OCSFTables.activities[number]?.contains(activity) == true)
            if let status = event["status_id"] as? Int {
                #expect(OCSFTables.statuses[number]?.contains(status) == true)
            }
            #expect((1...5).contains(event["severity_id"] as? Int ?? 0))
            #expect(JSONTree.value(event, "metadata", "version") as? String == "1.9.0-dev")
            check(event)
        }
    }

    /// Each object has what its own definition requires, however deep it lies.
    private func check(_ object: [String: Any]) {
        for (key, value) in object {
            let objects = value as? [[String: Any]] ?? (value as? [String: Any]).map { [$0] } ?? []
            for inner in objects {
                if let table = OCSFTables.objects[key] {
                    #expect(table.required.isSubset(of: inner.keys), "\(key)")
                    #expect(table.oneOf.isEmpty || !table.oneOf.isDisjoint(with: inner.keys), "\(key)")
                } else {
                    #expect(
                        ["unmapped", "indicator", "data", "strings"].contains(key), "\(key) is in no table")
                }
                check(inner)
            }
        }
    }

    @Test(arguments: zip(1...4, [5, 4, 3, 2]))
    func `severities go over one by one`(ours: Int, theirs: Int) throws {
        var incident = Samples.exportedIncident
        incident.severity = ours
        let last = try #require(events(incident).last)
        #expect(last["severity_id"] as? Int == theirs)
        #expect(last["priority_id"] as? Int == theirs - 1)
    }

    @Test(arguments: [
        (IncidentStatus.new, 1, 1, 1), (.acknowledged, 2, 2, 2), (.inProgress, 2, 2, 2), (.resolved, 4, 4, 2),
        (.closed, 5, 5, 3), (.falsePositive, 3, 5, 3),
    ])
    func `so do statuses`(status: IncidentStatus, finding: Int, incident number: Int, activity: Int) throws {
        var incident = Samples.exportedIncident
        incident.status = status
        let events = try events(incident)
        #expect(events.first?["status_id"] as? Int == finding)
        #expect(events.last?["status_id"] as? Int == number)
        #expect(events.last?["activity_id"] as? Int == activity)
        #expect((events.last?["verdict_id"] as? Int == 1) == (status == .falsePositive))
    }

    @Test func `an incident is somebody's, or the team's`() throws {
        var incident = Samples.exportedIncident
        #expect(try events(incident).last?["assignee_group"] != nil)
        incident.assignee = "truc-ban"
        let last = try #require(events(incident).last)
        #expect(JSONTree.value(last, "assignee", "name") as? String == "truc-ban")
        #expect(last["assignee_group"] == nil)
    }

    @Test func `times are milliseconds, also before 1970`() {
        #expect(OCSFExport.time(Timestamp(nanoseconds: 1_999_999)) == 1)
        #expect(OCSFExport.time(Timestamp(nanoseconds: -1)) == -1)
        #expect(OCSFExport.time(Timestamp(nanoseconds: -1_000_000)) == -1)
        #expect(OCSFExport.time(Timestamp(nanoseconds: .min)) == -9_223_372_036_855)
    }

    @Test func `directions are told from the victim`() throws {
        var incident = Samples.exportedIncident
        let activity = { (incident: Incident) in
            JSONTree.value(try events(incident)[5], "connection_info", "direction_id") as? Int
        }
        #expect(try activity(incident) == 1)
        (incident.victim, incident.attacker) = (IPAddress("192.0.2.10") ?? .zero, IPAddress("198.51.100.7"))
        #expect(try activity(incident) == 2)
        incident.attackerUnit = incident.unit
        #expect(try activity(incident) == 3)
        incident.unit = nil
        #expect(try activity(incident) == 0)
        incident.unit = incident.attackerUnit
        incident.attacker = nil
        #expect(try activity(incident) == 0)
    }

    @Test func `a file and the name of a host are evidence and observables`() throws {
        let events = try events()
        let file = try #require(
            events.first { JSONTree.value($0, "metadata", "uid") as? String == uid(1003) })
        let evidence = try #require(JSONTree.list(file, "evidences").first)
        #expect(JSONTree.value(evidence, "file", "name") as? String == "/a.exe")
        #expect(JSONTree.list(file, "observables").contains { $0["type_id"] as? Int == 8 })
        let host = try #require(
            events.first { JSONTree.value($0, "metadata", "uid") as? String == uid(1004) })
        #expect(
            JSONTree.list(host, "observables").contains {
                $0["value"] as? String == "cdn.evil.example" && $0["type_id"] as? Int == 1
            })
        // Each observable names the place where its value stands.
        #expect(JSONTree.value(host, "unmapped", "indicator", "seen") as? String == "cdn.evil.example")
    }

    private func uid(_ number: Int) -> String { "\(Samples.exportedIncident.id)/\(number)" }
}
