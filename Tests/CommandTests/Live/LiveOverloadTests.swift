import Foundation
import TestSupport
import Testing

@Suite(
    "Live under more than it can take", .serialized,
    .enabled(if: NetworkProcess.isAvailable, "\(NetworkProcess.requirement)"))
struct LiveOverloadTests {
    private static let frames = 4000

    @Test("Every frame is accounted for, the loss is told, and the exit code says so")
    func accounted() async throws {
        try await NetworkNamespace.run {
            let scene = try Scene.ready()
            try scene.write("c.yml", "live:\n  ring: 64 KiB\n  buffer: 1 MiB\n  workers: 1\n")
            let cable = try LiveCable()
            let options = [
                "--config", "c.yml", "--rules", "rules", "--event-log", "log.json", "--duration", "6",
            ]
            let live = try NetworkProcess.live(scene, on: LiveCable.far, options)
            // While it stands still the kernel's buffer runs over; what is in that, read at once, is more than the
            // ring has room for.
            live.send(SIGSTOP)
            try live.wait("it to stand still") { live.state == "T" }
            for _ in 0..<Self.frames { try cable.sendDatagram(bytes: 1000) }
            live.send(SIGCONT)
            let outcome = try live.finish()
            #expect(outcome.code == 3, "\(outcome.messages)")
            #expect(outcome.messages.contains(#/kernel [0-9,]+/#), "\(outcome.messages)")
            #expect(outcome.messages.contains(#/ring [0-9,]+/#), "\(outcome.messages)")

            let last = try #require(try LoggedEvent.all(scene, "log.json").last { $0.type == "stats" })
            let dropped = last.sum("stats.live.interfaces", "kernel_drops")
            let received = last.sum("stats.live.interfaces", "frames")
            let full = last.sum("stats.live.rings", "dropped")
            #expect(dropped > 0 && full > 0 && received > full)
            #expect(received + dropped == Self.frames)
            #expect(last.number("stats.capture.kernel_packets") == Self.frames)
            #expect(last.number("stats.capture.kernel_drops") == dropped)
            #expect(last.number("stats.law.live.received") == received)
            #expect(last.number("stats.law.live.ring_dropped") == full)
            #expect(last.number("stats.law.live.inspected") == received - full)
            #expect(last.number("stats.law.frames.received") == received - full)
            #expect(last.texts("stats.law.broken") == [])
            #expect(last.number("stats.law.complete") == 0)
        }
    }
}
