import Incidents
import NetTypes
import TestSupport
import Testing

@Suite("What the store keeps for sinks")
struct StoreOutboxTests {
    private let folder: TestFolder
    private let store: IncidentStore

    init() throws {
        folder = try TestFolder()
        store = try IncidentStore(path: folder.path + "/incidents.db")
    }

    @Test("Without a sink nothing is kept")
    func nobody() throws {
        try store.record([Happening()])
        try store.register(sinks: ["a"])
        #expect(try store.pending(for: "a", limit: 10).isEmpty)
    }

    @Test("Each sink has its own place, and what all have is gone")
    func places() throws {
        try store.register(sinks: ["a", "b"])
        try store.record([Happening(), Happening(after: 1)])
        let events = try store.pending(for: "a", limit: 10)
        #expect(events.map(\.type) == ["alert", "alert", "incident"])
        #expect(events.map(\.sequence) == events.map(\.sequence).sorted())
        #expect(events.last?.line.hasPrefix("opened HD-") == true)
        #expect(try store.pending(for: "b", limit: 2) == Array(events.prefix(2)))
        try store.confirm(through: events[1].sequence, for: "a")
        #expect(try store.pending(for: "a", limit: 10) == [events[2]])
        #expect(try store.pending(for: "b", limit: 10) == events)
        // What was confirmed once cannot be taken back.
        try store.confirm(through: 0, for: "a")
        #expect(try store.pending(for: "a", limit: 10) == [events[2]])
        try store.register(sinks: ["a", "c"])
        #expect(try store.pending(for: "c", limit: 10).isEmpty)
        #expect(try store.pending(for: "a", limit: 10) == [events[2]])
    }

    @Test("What people do is told as well")
    func life() throws {
        try store.record([Happening()])
        try store.register(sinks: ["a"])
        let id = try #require(try store.incidents().first).id
        let hand = IncidentStore.Hand(person: "an", now: Samples.time)
        _ = try store.change(id, to: .acknowledged, by: hand) { "\($0.kind) \($0.incident.status)" }
        #expect(try store.pending(for: "a", limit: 10).map(\.line) == ["status acknowledged"])
        try store.log(.viewed, id, by: hand)
        #expect(try store.pending(for: "a", limit: 10).count == 1)
    }

    @Test("What happens twice to an incident has two names, and each keeps its own")
    func names() throws {
        try store.record([Happening()])
        try store.register(sinks: ["a"])
        let id = try #require(try store.incidents().first).id
        let hand = IncidentStore.Hand(person: "an", now: Samples.time)
        for person in ["an", "binh", "an"] { _ = try store.assign(id, to: person, by: hand) { _ in "" } }
        let names = try store.pending(for: "a", limit: 10).map(\.id)
        #expect(Set(names).count == 3)
        #expect(try store.pending(for: "a", limit: 10).map(\.id) == names)
    }

    @Test(
        "A flood is one incident with the right count, a bounded number of details, and few events of its own"
    )
    func flood() throws {
        let store = try IncidentStore(path: folder.path + "/flood.db", mostOutgoing: 1_000)
        try store.register(sinks: ["a"])
        let count = 4_000
        var told = 0
        for start in stride(from: 0, to: count, by: 800) {
            let reports = (start..<start + 800).map {
                Happening(after: Double($0) / 100, port: UInt16($0 % 60_000)).report
            }
            told += try store.record(reports, now: Samples.time) { _ in "" }.changes.count
        }
        let incidents = try store.incidents()
        #expect(incidents.map(\.detections) == [UInt64(count)])
        #expect(try store.detections(of: incidents[0].id).count == store.configuration.detectionsKept)
        #expect(told < 14)
        // More waited than may: the oldest gave way, and that is counted.
        let dropped = try store.dropped()["a"] ?? 0
        let waiting = try store.pending(for: "a", limit: .max)
        #expect(waiting.count == 1_000)
        #expect(dropped + UInt64(waiting.count) == UInt64(count + told))
        #expect(waiting.map(\.sequence) == Array((waiting[0].sequence...).prefix(1_000)))
    }
}
