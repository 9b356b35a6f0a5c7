import Foundation
import TestSupport
import Testing

@Suite(
    "A live run knows units and suppressions", .serialized,
    .enabled(if: NetworkProcess.isAvailable, "\(NetworkProcess.requirement)"))
struct LiveSuppressionTests {
    private static let directory = """
        units:
          - {id: server, name: S, kind: data_centre, level: 4, networks: [203.0.113.0/24, 198.51.100.0/24]}

        """

    private static func list(_ id: String, rule: String) -> String {
        "suppressions:\n  - {id: \(id), rule: \"\(rule)\", unit: server, until: 2261-12-31, reason: r}\n"
    }

    @Test(
        "What is suppressed is no alert until USR2 brings another list; one that is not valid changes nothing"
    )
    func reload() async throws {
        try await NetworkNamespace.run {
            let scene = try Scene.ready()
            try scene.write("n.yml", Self.directory)
            try scene.write("s.yml", Self.list("known", rule: "beacon/*"))
            let cable = try LiveCable()
            let options = [
                "--rules", "rules", "--event-log", "log.json", "--workers", "1", "--json", "--networks",
                "n.yml",
                "--suppressions", "s.yml",
            ]
            let live = try NetworkProcess.live(scene, on: LiveCable.far, options)
            try cable.send(saying: "\(Scene.word) 1", from: 40001)
            try live.wait("a suppressed detection") { live.output.contains("\"suppressed\"") }

            try scene.write("s.yml", "suppressions: 3\n")
            live.send(SIGUSR2)
            try live.wait(for: "suppressions not loaded again")
            try scene.write("s.yml", Self.list("other", rule: "x/*"))
            live.send(SIGUSR2)
            try live.wait(for: "suppressions loaded again: 1 entries")
            try cable.send(saying: "\(Scene.word) 2", from: 40002)
            try live.wait("an alert") { live.output.contains("\"event_type\":\"alert\"") }
            let outcome = try live.finish(after: SIGTERM)
            #expect(outcome.code == 143, "\(outcome.messages)")
            #expect(outcome.messages.contains("Suppressed: 1 detections"))
            #expect(outcome.messages.contains("entries that matched nothing (1): other"))

            let events = try LoggedEvent.all(scene, "log.json")
            let hits = events.filter { $0.type == "alert" || $0.type == "suppressed" }
            #expect(hits.map(\.type) == ["suppressed", "alert"])
            #expect(hits.map { $0.text("suppression.id") } == ["known", nil])
            #expect(hits.allSatisfy { $0.text("dest_unit") == "server" })
            let last = try #require(events.last { $0.type == "stats" })
            #expect(last.number("stats.suppression.suppressed") == 1)
            #expect(last.number("stats.suppression.alerts") == 1)
            #expect(last.number("stats.detect.alert") == 1)
            #expect(last.number("stats.detect.alerts_suppressed") == 1)
        }
    }
}
