import Foundation
import TestSupport
import Testing

@Suite(
    "A live run makes incidents", .serialized,
    .enabled(if: NetworkProcess.isAvailable, "\(NetworkProcess.requirement)"))
struct LiveIncidentTests {
    @Test(
        "Alerts become one incident, which the team works on meanwhile, also without rights",
        arguments: [[], ["--user", "nobody"]])
    func whileRunning(options: [String]) async throws {
        try await NetworkNamespace.run {
            let scene = try Scene.ready()
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o777], ofItemAtPath: scene.path("."))
            let cable = try LiveCable()
            let live = try NetworkProcess.live(
                scene, on: LiveCable.far,
                ["--rules", "rules", "--event-log", "log.json", "--json", "--store", "i.db"] + options)
            try cable.send(saying: "\(Scene.word) 1", from: 40001)
            try live.wait("an incident in the store") {
                (try? scene.run("incident", "list", "--store", "i.db").output.contains("HD-")) ?? false
            }
            let list = try scene.run("incident", "list", "--store", "i.db", "--json")
            let line = try #require(list.lines.first)
            let id = try #require(line.firstMatch(of: /HD-[0-9]{8}-[0-9A-Z]{8}/)).output
            #expect(try scene.run("incident", "ack", String(id), "--store", "i.db", "--as", "an").code == 0)

            try cable.send(saying: "\(Scene.word) 2", from: 40002)
            try live.wait("a second detection") {
                (try? scene.run("incident", "list", "--store", "i.db", "--json").output)?
                    .contains("\"alerts\":2") ?? false
            }
            let outcome = try live.finish(after: SIGTERM)
            #expect(outcome.code == 143, "\(outcome.messages)")
            #expect(outcome.messages.contains("Incidents: 1 new"))

            let events = try LoggedEvent.all(scene, "log.json").filter { $0.type == "incident" }
            #expect(events.map { $0.text("incident.change") } == ["opened", "extended"])
            #expect(events.last?.text("incident.state") == "acknowledged")
            let page = try scene.run("incident", "show", String(id), "--store", "i.db")
            #expect(page.output.contains("status acknowledged"))
        }
    }
}
