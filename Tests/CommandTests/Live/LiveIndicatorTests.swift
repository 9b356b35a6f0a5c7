import Foundation
import TestSupport
import Testing

@Suite(
    "Lists of indicators in a live run", .serialized,
    .enabled(if: NetworkProcess.isAvailable, "\(NetworkProcess.requirement)"))
struct LiveIndicatorTests {
    @Test("Lists are read again with the rules; a broken one leaves the old one at work, and that is told")
    func reload() async throws {
        try await NetworkNamespace.run {
            let scene = try Scene.ready()
            try scene.write("list.csv", "value,comment\n203.0.113.9,first\n")
            let cable = try LiveCable()
            let options = [
                "--rules", "rules", "--ioc", "list.csv", "--event-log", "log.json", "--workers", "1",
                "--json",
            ]
            let live = try NetworkProcess.live(scene, on: LiveCable.far, options)
            try cable.send(saying: "hello 1", from: 40001)
            try live.wait("a sighting") { live.output.contains("\"first\"") }

            try scene.write("list.csv", "nothing of the kind\n")
            live.send(SIGUSR2)
            try live.wait(for: "the indicators stay as they are")
            try cable.send(saying: "hello 2", from: 40002)
            try live.wait("a sighting by the old list") {
                live.output.contains(":40002") || live.output.contains("40002,")
            }

            try scene.write("list.csv", "value,comment\n203.0.113.9,second\n")
            live.send(SIGUSR2)
            try live.wait(for: "new indicators at work")
            try cable.send(saying: "hello 3", from: 40003)
            try live.wait("a sighting by the new list") { live.output.contains("\"second\"") }
            let outcome = try live.finish(after: SIGTERM)
            #expect(outcome.code == 143, "\(outcome.messages)")
            let alerts = try LoggedEvent.all(scene, "log.json").filter { $0.type == "alert" }
            #expect(alerts.map { $0.text("ioc.comment") } == ["first", "first", "second"])
            #expect(alerts.map { $0.number("src_port") } == [40001, 40002, 40003])
        }
    }
}
