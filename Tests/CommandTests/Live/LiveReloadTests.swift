import Foundation
import TestSupport
import Testing

@Suite(
    "Rules are exchanged while frames come", .serialized,
    .enabled(if: NetworkProcess.isAvailable, "\(NetworkProcess.requirement)"))
struct LiveReloadTests {
    private static let reloads = 100
    /// What is said when rules were exchanged.
    private static let done = "new rules at work"

    /// A flow that is open all the time, a few bytes at a time.
    private struct LongTalk {
        var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
        var sent = 0

        mutating func send(on cable: LiveCable) throws {
            for _ in 0..<5 { talk.client(sends: "twenty bytes of it. ") }
            sent += try cable.send(talk.takeFrames())
        }
    }

    /// Reloads so often while frames come; tells the memory, in KiB, after each.
    private static func reload(
        _ live: NetworkProcess, _ cable: LiveCable, _ long: inout LongTalk
    ) throws -> [Int] {
        var memory: [Int] = []
        for number in 1...reloads {
            live.send(SIGUSR2)
            try live.wait("reload \(number)") {
                try long.send(on: cable)
                return live.count(of: done) >= number
            }
            memory.append(live.status("VmRSS") ?? 0)
        }
        return memory
    }

    @Test("A hundred times: no frame is lost, the flow that spans them is whole, memory does not grow")
    func hundred() async throws {
        try await NetworkNamespace.run {
            let scene = try Scene.ready()
            // Small ones, so that memory that is touched for the first time is not taken for growth.
            try scene.write("c.yml", "live:\n  ring: 1 MiB\n  buffer: 4 MiB\n  workers: 2\n")
            let cable = try LiveCable()
            let options = ["--config", "c.yml", "--rules", "rules", "--event-log", "log.json"]
            let live = try NetworkProcess.live(scene, on: LiveCable.far, options)
            var long = LongTalk()
            long.talk.handshake()
            let memory = try Self.reload(live, cable, &long)
            long.talk.close()
            long.sent += try cable.send(long.talk.takeFrames())
            NetworkProcess.waitForKernel()
            let outcome = try live.finish(after: SIGTERM)
            #expect(outcome.code == 143, "\(outcome.messages)")

            let events = try LoggedEvent.all(scene, "log.json")
            let last = try #require(events.last { $0.type == "stats" })
            #expect(last.sum("stats.live.interfaces", "frames") == long.sent)
            #expect(last.sum("stats.live.interfaces", "kernel_drops") == 0)
            #expect(last.sum("stats.live.rings", "dropped") == 0)
            #expect(last.number("stats.law.live.inspected") == long.sent)
            #expect(last.texts("stats.law.broken") == [])
            let flows = events.filter { $0.type == "flow" }
            #expect(flows.count == 1)
            let flow = try #require(flows.first)
            let packets = ["toserver", "toclient"].map { flow.number("flow.pkts_\($0)") ?? 0 }
            #expect(packets.reduce(0, +) == long.sent)
            #expect(flow.number("haidang.gap_bytes_toserver") == 0)
            #expect(flow.text("flow.state") == "closed")

            // The most of each third: how many of the sets before the newest are still there when one looks makes a
            // difference of 8 MB each.
            let third = Self.reloads / 3
            let most = (memory.prefix(third).max() ?? 0, memory.suffix(third).max() ?? 0)
            #expect(most.0 > 0)
            #expect(most.1 * 10 <= most.0 * 11, "KiB: \(memory)")
        }
    }

    @Test(
        "Rules that do not compile leave the old ones at work, and that is told; the next good ones take over"
    )
    func broken() async throws {
        try await NetworkNamespace.run {
            let scene = try Scene.ready()
            let cable = try LiveCable()
            let options = ["--rules", "rules", "--event-log", "log.json", "--workers", "1", "--json"]
            let live = try NetworkProcess.live(scene, on: LiveCable.far, options)

            try scene.write("rules/beacon.yar", Scene.brokenRule)
            live.send(SIGUSR2)
            try live.wait(for: "the rules stay as they are")
            try cable.send(saying: "\(Scene.word) 1", from: 40001)
            try live.wait("a detection by the old rules") { live.output.contains("\"Beacon\"") }
            #expect(live.count(of: Self.done) == 0)

            try scene.write("rules/beacon.yar", Scene.rule.replacing("Beacon", with: "Lantern"))
            live.send(SIGUSR2)
            try live.wait(for: Self.done)
            try cable.send(saying: "\(Scene.word) 2", from: 40002)
            try live.wait("a detection by the new rules") { live.output.contains("\"Lantern\"") }
            let outcome = try live.finish(after: SIGTERM)
            #expect(outcome.code == 143, "\(outcome.messages)")

            let alerts = try LoggedEvent.all(scene, "log.json").filter { $0.type == "alert" }
            #expect(alerts.map { $0.text("yara.rule") } == ["Beacon", "Lantern"])
            #expect(alerts.map { $0.number("src_port") } == [40001, 40002])
        }
    }
}
