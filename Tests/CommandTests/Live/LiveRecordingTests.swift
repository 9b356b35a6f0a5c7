import Foundation
import TestSupport
import Testing

@Suite(
    "A recording that was cut off", .serialized,
    .enabled(if: NetworkProcess.isAvailable, "\(NetworkProcess.requirement)"))
struct LiveRecordingTests {
    /// Bytes of a frame: Ethernet, IPv4, UDP and payload.
    private static let frame = 14 + 20 + 8 + 1400
    /// Seconds for which frames may be in memory: one in the recorder, 100 ms in the kernel; the rest is for a machine
    /// that is busy with something else.
    private static let grace = Duration.milliseconds(1500)

    /// Sends frames, fast until files have been filled and then slowly enough for blocks to be written by their time;
    /// tells when each went.
    private static func send(on cable: LiveCable) throws -> [ContinuousClock.Instant] {
        var times: [ContinuousClock.Instant] = []
        for number in 0..<3540 {
            try cable.sendDatagram(bytes: 1400)
            times.append(.now)
            usleep(number < 3500 ? 300 : 80_000)
        }
        return times
    }

    @Test("Killed in the middle: all files but the last are whole, and only the last second may be missing")
    func killed() async throws {
        try await NetworkNamespace.run {
            let scene = try Scene.ready()
            try scene.write("c.yml", "recording:\n  file-size: 1 MiB\n")
            try scene.write("recorded/.here", "")
            let cable = try LiveCable()
            let live = try NetworkProcess.live(
                scene, on: LiveCable.far, ["--config", "c.yml", "--rules", "rules", "--record", "recorded"])
            let times = try Self.send(on: cable)
            let end = ContinuousClock.now
            #expect(try live.finish(after: SIGKILL).code == 128 + SIGKILL)

            let names = try FileManager.default.contentsOfDirectory(atPath: scene.path("recorded"))
                .filter { $0.hasSuffix(".pcapng") }.sorted()
            #expect(names.count >= 3540 * Self.frame >> 20)
            var packets = 0
            for name in names {
                let outcome = try NetworkProcess.run(
                    scene, ["inspect", "packets", "--json", "recorded/\(name)"])
                // 3 says that the file is not complete.
                let codes: [Int32] = name == names.last ? [0, 3] : [0]
                #expect(codes.contains(outcome.code), "\(name): \(outcome.messages)")
                let event = try LoggedEvent(Substring(outcome.output))
                #expect(event.number("bytes") == (event.number("packets") ?? 0) * Self.frame)
                packets += event.number("packets") ?? 0
            }
            let old = times.count { end - $0 > Self.grace }
            #expect(packets >= old && packets <= times.count)
            #expect(old > 3500)
            // What was on the way to the disk has no index and is read all the same.
            let scan = try NetworkProcess.run(scene, ["scan", "recorded", "--rules", "rules"])
            #expect(scan.code == 0 || scan.code == 3, "\(scan.messages)")
        }
    }
}
