import Incidents
import NetTypes
import TestSupport
import Testing

@Suite("How long the store keeps what")
struct StoreRetentionTests {
    @Test("Details go once their time and their incident are over; incident, count and journal stay")
    func removed() throws {
        let folder = try TestFolder()
        let store = try IncidentStore(path: folder.path + "/incidents.db")
        try store.record([Happening(), Happening(after: 1), Happening(server: "198.51.100.8")])
        let ids = try store.incidents().sorted { $0.detections > $1.detections }.map(\.id)
        let hand = IncidentStore.Hand(person: "an", now: Samples.time)
        _ = try store.change(ids[0], to: .resolved, by: hand) { _ in "" }
        let day: Int64 = 86_400_000_000_000

        #expect(try store.removeDetails(olderThan: 30, now: Samples.time.advanced(by: 29 * day)) == 0)
        #expect(try store.removeDetails(olderThan: 30, now: Samples.time.advanced(by: 31 * day)) == 2)
        #expect(try store.detections(of: ids[0]).isEmpty)
        #expect(try store.incident(ids[0]).detections == 2)
        #expect(try store.journal(of: ids[0]).count == 2)
        // The other one is still open, however old it is.
        #expect(try store.detections(of: ids[1]).count == 1)
        // What was removed is still known, so that a run done again does not count it twice.
        #expect(try store.record([Happening(), Happening(after: 1)]).repeats == 2)
    }

    @Test("A recorder removes what is past its time at its start", arguments: [nil, 30])
    func recorder(days: Int?) throws {
        let folder = try TestFolder()
        let store = try IncidentStore(path: folder.path + "/incidents.db")
        try store.record([Happening()])
        let id = try #require(try store.incidents().first).id
        let hand = IncidentStore.Hand(person: "an", now: Samples.time)
        _ = try store.change(id, to: .resolved, by: hand) { _ in "" }
        let later = Samples.time.advanced(by: 31 * 86_400_000_000_000)
        let recorder = IncidentRecorder(store, retention: days, now: { later }, line: { _ in "" })
        recorder.start()
        recorder.finish(within: 30)
        #expect(try store.detections(of: id).count == (days == nil ? 1 : 0))
    }
}
