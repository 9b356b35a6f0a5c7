import Foundation
import TestSupport
import Testing

@Suite(
    "A live run with rules that are broken, slow or explode", .serialized,
    .enabled(if: NetworkProcess.isAvailable, "\(NetworkProcess.requirement)"))
struct LiveSlowRulesTests {
    @Test("The other 497 of 500 work, and work on after a reload of the same")
    func others() async throws {
        try await NetworkNamespace.run {
            let scene = try Scene.ready()
            var rules = (0..<497).map {
                "rule r\($0) { strings: $a = \"\(Scene.word)\" condition: $a }\n"
            }.joined()
            rules += "rule broken { strings: $a = \"x condition: $a }\n"
            rules += "rule nasty { strings: $a = /a[ab]{1,2000}c/ condition: $a }\n"
            rules += "rule explodes { condition: for all i in (0..2000000000) : ( i >= 0 ) }\n"
            try scene.write("many/r.yar", rules)
            let cable = try LiveCable()
            let live = try NetworkProcess.live(
                scene, on: LiveCable.far,
                ["--rules", "many", "--event-log", "log.json", "--workers", "1", "--json"])
            try cable.send(saying: "\(Scene.word) 1", from: 40001)
            try live.wait("all alerts") {
                live.output.components(separatedBy: "\"event_type\":\"alert\"").count > 497
            }
            live.send(SIGUSR2)
            try live.wait("the reload") { live.messages.contains("497") }
            try cable.send(saying: "\(Scene.word) 2", from: 40002)
            try live.wait("all alerts again") {
                live.output.components(separatedBy: "\"event_type\":\"alert\"").count > 2 * 497
            }
            let outcome = try live.finish(after: SIGTERM)
            #expect(outcome.code == 143, "\(outcome.messages)")
            let alerts = try LoggedEvent.all(scene, "log.json").filter { $0.type == "alert" }
            #expect(alerts.count == 2 * 497)
            #expect(Set(alerts.compactMap { $0.text("yara.rule") }).count == 497)
            for name in ["broken", "nasty", "explodes"] { #expect(outcome.messages.contains(name)) }
        }
    }
}
