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
        let remedies = outcome.lines.indices.filter { outcome.lines[$0].hasPrefix("      → ") }
        #expect(remedies.count { outcome.lines[$0 - 1].hasPrefix("fail  ") } == 2)
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

    @Test(
        "Live capture that is not possible is a note with its remedy, and no fault",
        .enabled(if: Scene.canBecome))
    func withoutRights() throws {
        let scene = try Scene.ready()
        let nobody = Scene.asNobody()
        let process = scene.process(nobody.dropFirst() + [Scene.program.path, "doctor"])
        process.executableURL = URL(fileURLWithPath: nobody[0])
        let outcome = try scene.finish(process)
        #expect(outcome.code == 0)
        let line = try #require(
            outcome.lines.firstIndex { $0.hasPrefix("note  Rights to capture: no CAP_NET_RAW") })
        #expect(outcome.lines[line + 1].contains("'sudo setcap cap_net_raw=eip \(Scene.program.path)'"))
        #expect(outcome.lines.last == "Everything is ready.")
        #expect(try scene.run("doctor").output.contains("ok    Rights to capture: CAP_NET_RAW\n"))
    }

    @Test("Interfaces are listed, and memory is held against the budgets")
    func machine() throws {
        let scene = try Scene.ready()
        let output = try scene.run("doctor").output
        let interfaces = try #require(output.split(separator: "\n").first { $0.contains("Interfaces: ") })
        #expect(interfaces.split(separator: ":")[1].split(separator: ",").contains { $0.hasPrefix(" lo") })
        #expect(output.contains("ok    Memory: budgets and the buffer of one interface are "))
        try scene.write("haidang.yml", "scan:\n  budget: 1024 GiB\n")
        let starved = try scene.run("doctor", "--config", "haidang.yml")
        #expect(starved.code == 0)
        #expect(
            starved.output.contains("note  Memory: budgets and the buffer of one interface are 1.0 TiB, "))
    }
}
