import Foundation
import Testing

@Suite("haidang doctor")
struct DoctorTests {
    @Test("A machine that is in order is told so, with the versions of the libraries")
    func inOrder() throws {
        let outcome = try Scene.ready().run("doctor")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("ok    libpcap: libpcap version 1."))
        #expect(outcome.output.contains("ok    libyara: 4."))
        #expect(outcome.output.contains("ok    Rules: 1 rules: rules"))
        #expect(outcome.lines.last == "Everything is ready.")
    }

    @Test("Each failure says how to mend it, and exits with 5")
    func failures() throws {
        let scene = try Scene()
        try scene.write("haidang.yml", "log:\n  event-log: no/such/events.json\n")
        let outcome = try scene.run("doctor", "--config", "haidang.yml")
        #expect(outcome.code == 5)
        #expect(outcome.output.contains("fail  Rules: "))
        #expect(outcome.output.contains("fail  Event log: no/such/events.json: No such file or directory"))
        #expect(outcome.lines.count { $0.hasPrefix("      → ") } == 2)
    }

    @Test("A character set that cannot show Vietnamese is a warning, which does not change the exit code")
    func characterSet() throws {
        let outcome = try Scene.ready().run("doctor", environment: ["LANG": "en_US"])
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("warn  Character set: en_US"))
        #expect(outcome.lines.last == "It works; 1 things should be mended.")
    }

    @Test("Rules that do not compile are a warning as long as one is left")
    func rules() throws {
        let scene = try Scene.ready()
        try scene.write("rules/broken.yar", Scene.brokenRule)
        #expect(try scene.run("doctor").output.contains("warn  Rules: 1 rules, 1 left out: rules"))
        try scene.write("rules/beacon.yar", Scene.brokenRule)
        let outcome = try scene.run("doctor")
        #expect(outcome.code == 5)
        #expect(outcome.output.contains("fail  Rules: "))
    }

    @Test("A configuration that is not valid exits with 2")
    func configuration() throws {
        let scene = try Scene.ready()
        try scene.write("haidang.yml", "flow:\n  capacty: 1000\n")
        let outcome = try scene.run("doctor", "--config", "haidang.yml")
        #expect(outcome.code == 2)
        #expect(
            outcome.messages
                == "haidang: haidang.yml:2: there is no key flow.capacty; did you mean flow.capacity?\n")
    }
}
