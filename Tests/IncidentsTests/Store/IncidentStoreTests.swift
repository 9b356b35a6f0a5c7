import GRDB
import Incidents
import NetTypes
import TestSupport
import Testing

@Suite("The store of incidents")
struct IncidentStoreTests {
    private let folder: TestFolder
    private let store: IncidentStore
    private let hand = IncidentStore.Hand(person: "an", now: Samples.time, note: "seen")

    init() throws {
        folder = try TestFolder()
        store = try IncidentStore(path: folder.path + "/incidents.db")
    }

    private func one() throws -> IncidentID {
        try store.record([Happening()])
        return try #require(try store.incidents().first).id
    }

    @Test("A detection that comes again changes nothing, also after the file was opened anew")
    func repeats() throws {
        let first = try store.record([Happening(), Happening(after: 1)])
        #expect((first.recorded, first.repeats) == (2, 0))
        #expect(first.changes.map(\.kind) == [.opened])
        try store.close()
        let again = try IncidentStore(path: store.path)
        let second = try again.record([Happening(after: 1), Happening()])
        #expect((second.recorded, second.repeats) == (0, 2))
        #expect(second.changes.isEmpty)
        #expect(try again.incidents().map(\.detections) == [2])
    }

    @Test("Everything that is said of an incident and its detections is kept")
    func whole() throws {
        let happening = Happening(serverUnit: Samples.unit)
        try store.record([happening])
        let incident = try #require(try store.incidents().first)
        let report = happening.report
        #expect(incident.unit == IncidentUnit(Samples.unit))
        #expect(incident.rules.first?.summary == "What it is")
        #expect(incident.attacker == IPAddress("192.0.2.10"))
        #expect(incident.firstAt == report.detection.timestamp)
        #expect(try store.detections(of: incident.id) == [report.detection])
        #expect(try store.incident(incident.id) == incident)
    }

    @Test("People take it from step to step, and the journal has each")
    func life() throws {
        let id = try one()
        for status in [IncidentStatus.acknowledged, .inProgress, .resolved, .closed] {
            let incident = try store.change(id, to: status, by: hand) { _ in "" }
            #expect(incident.status == status)
        }
        let incident = try store.incident(id)
        #expect(incident.assignee == "an")
        #expect(incident.acknowledgedAt == Samples.time && incident.closedAt == Samples.time)
        let journal = try store.journal(of: id)
        #expect(journal.map(\.action) == [.opened, .status, .status, .status, .status])
        #expect(journal.map(\.detail).suffix(4) == ["acknowledged", "in_progress", "resolved", "closed"])
        #expect(journal.last?.note == "seen")
        #expect(journal.map(\.person) == ["haidang", "an", "an", "an", "an"])
    }

    @Test("A step that is none is refused, and leaves no trace")
    func refused() throws {
        let id = try one()
        #expect(throws: StoreError.notAllowed(from: .new, to: .closed)) {
            try store.change(id, to: .closed, by: hand) { _ in "" }
        }
        #expect(try store.journal(of: id).count == 1)
        let other = try #require(IncidentID("HD-20260101-00000000"))
        #expect(throws: StoreError.unknownIncident(other)) { try store.journal(of: other) }
    }

    @Test(
        "What comes after it was over opens it again; what was none stays none",
        arguments: [
            (IncidentStatus.resolved, IncidentStatus.new, [IncidentEvent.Change.reopened]),
            (.falsePositive, .falsePositive, [.extended]),
        ])
    func reopened(over: IncidentStatus, then: IncidentStatus, kinds: [IncidentEvent.Change]) throws {
        let id = try one()
        _ = try store.change(id, to: over, by: hand) { _ in "" }
        let recording = try store.record([Happening(after: 10)])
        #expect(recording.changes.map(\.kind) == kinds)
        #expect(try store.incident(id).status == then)
    }

    @Test("A graver rule makes it graver, and says so")
    func escalated() throws {
        let id = try one()
        let recording = try store.record([Happening(rule: "webshell/php/Grave", severity: 1, after: 5)])
        #expect(recording.changes.map(\.kind) == [.escalated])
        #expect(try store.incident(id).severity == 1)
        #expect(try store.journal(of: id).last?.action == .escalated)
    }

    @Test("The journal can only be added to")
    func journal() throws {
        _ = try one()
        let raw = try DatabaseQueue(path: store.path)
        for sql in ["DELETE FROM journal", "UPDATE journal SET person = 'nobody'"] {
            #expect(throws: DatabaseError.self) { try raw.write { try $0.execute(sql: sql) } }
        }
    }

    @Test("Merged, one has the detections of both and those that come later")
    func merged() throws {
        let id = try one()
        try store.record([Happening(server: "198.51.100.8")])
        let other = try #require(try store.incidents().first { $0.id != id }).id
        let whole = try store.merge(id, into: other, by: hand) { _ in "" }
        #expect(whole.detections == 2)
        try store.record([Happening(after: 20)])
        #expect(try store.incidents().map(\.detections) == [3])
        #expect(try store.detections(of: other).count == 3)
        let gone = try store.incident(id)
        #expect(gone.mergedInto == other && gone.status == .closed)
        #expect(throws: StoreError.merged(into: other)) {
            try store.assign(id, to: "x", by: hand) { _ in "" }
        }
        #expect(throws: StoreError.intoItself) { try store.merge(other, into: other, by: hand) { _ in "" } }
    }

    @Test("Filters let through what they say")
    func filters() throws {
        try store.record([
            Happening(severity: 1, serverUnit: Samples.unit),
            Happening(
                rule: "c2/bot/Bot", category: "policy", severity: 4, server: "198.51.100.8", after: 9_000),
        ])
        func count(_ set: (inout IncidentFilter) -> Void) throws -> Int {
            var filter = IncidentFilter()
            set(&filter)
            let found = try store.incidents(filter).count
            #expect(try store.count(filter) == found)
            return found
        }
        #expect(try count { _ in } == 2)
        #expect(try count { $0.severity = 2 } == 1)
        #expect(try count { $0.unit = "so-y-te" } == 1)
        #expect(try count { $0.rule = "BOT" } == 1)
        #expect(try count { $0.rule = "%" } == 0)
        #expect(try count { $0.category = .policy } == 1)
        #expect(try count { $0.statuses = [.closed, .resolved] } == 0)
        #expect(try count { $0.from = Samples.time.advanced(by: 1_000_000_000_000) } == 1)
        #expect(try count { $0.to = Samples.time.advanced(by: 1_000_000_000_000) } == 1)
        #expect(try count { $0.assignee = "an" } == 0)
    }
}
