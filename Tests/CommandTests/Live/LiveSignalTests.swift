import Foundation
import TestSupport
import Testing

@Suite(
    "What happens to a live run", .serialized,
    .enabled(if: NetworkProcess.isAvailable, "\(NetworkProcess.requirement)"))
struct LiveSignalTests {
    @Test("HUP goes on in a new file after the event log was moved away; INT ends with 130")
    func rotation() async throws {
        try await NetworkNamespace.run {
            let scene = try Scene.ready()
            let cable = try LiveCable()
            let live = try NetworkProcess.live(
                scene, on: LiveCable.far, ["--rules", "rules", "--event-log", "log.json", "--json"])
            try cable.send(saying: "\(Scene.word) 1", from: 40001)
            try live.wait("the first detection") { live.output.contains("40001") }
            try FileManager.default.moveItem(atPath: scene.path("log.json"), toPath: scene.path("log.json.1"))
            live.send(SIGHUP)
            try live.wait("the new file") { FileManager.default.fileExists(atPath: scene.path("log.json")) }
            try cable.send(saying: "\(Scene.word) 2", from: 40002)
            try live.wait("the second detection") { live.output.contains("40002") }
            let outcome = try live.finish(after: SIGINT)
            #expect(outcome.code == 130, "\(outcome.messages)")

            let logs = try ["log.json.1", "log.json"].map { try LoggedEvent.all(scene, $0) }
            let ports = logs.map { $0.filter { $0.type == "alert" }.map { $0.number("src_port") } }
            #expect(ports == [[40001], [40002]])
            // Both flows, each once: nothing fell between the two files.
            #expect(logs.joined().count { $0.type == "flow" } == 2)
        }
    }

    @Test("An interface that goes down is told and waited for; what comes after it is up again is inspected")
    func downAndUp() async throws {
        try await NetworkNamespace.run {
            let scene = try Scene.ready()
            let cable = try LiveCable()
            let live = try NetworkProcess.live(
                scene, on: LiveCable.far, ["--rules", "rules", "--event-log", "log.json", "--json"])
            var sent = try cable.send(saying: "\(Scene.word) 1", from: 40001)
            try live.wait("the first detection") { live.output.contains("40001") }
            try NetworkNamespace.ip("link set \(LiveCable.far) down")
            try live.wait(for: "the interface \(LiveCable.far) is down")
            try NetworkNamespace.ip("link set \(LiveCable.far) up")
            try live.wait(for: "the interface \(LiveCable.far) is back")
            sent += try cable.send(saying: "\(Scene.word) 2", from: 40002)
            try live.wait("the second detection") { live.output.contains("40002") }
            let outcome = try live.finish(after: SIGTERM)
            #expect(outcome.code == 143, "\(outcome.messages)")

            let last = try #require(try LoggedEvent.all(scene, "log.json").last { $0.type == "stats" })
            #expect(last.sum("stats.live.interfaces", "frames") == sent)
            #expect(last.sum("stats.live.interfaces", "failures") == 1)
            #expect(last.texts("stats.law.broken") == [])
        }
    }

    @Test("An interface that is not there is one sentence and code 5; a filter that is none, code 2")
    func refused() async throws {
        try await NetworkNamespace.run {
            let scene = try Scene.ready()
            _ = try LiveCable()
            let missing = try NetworkProcess.run(scene, ["live", "-i", "hd-none", "--rules", "rules"])
            #expect(missing.code == 5)
            #expect(missing.messages.contains("there is no interface hd-none; there are: "))
            #expect(missing.messages.contains(LiveCable.far))
            #expect(missing.messages.count { $0 == "\n" } == 1)
            #expect(missing.output.isEmpty)

            let options = ["live", "-i", LiveCable.far, "--rules", "rules", "--filter", "no such thing"]
            let filter = try NetworkProcess.run(scene, options)
            #expect(filter.code == 2)
            #expect(filter.messages.contains("the filter no such thing is not valid: "))
            #expect(filter.output.isEmpty)
        }
    }
}
