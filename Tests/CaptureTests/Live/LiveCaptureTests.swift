import Capture
import NetTypes
import TestSupport
import Testing

@Suite(
    "Capture from an interface", .enabled(if: NetworkNamespace.isAvailable, "\(NetworkNamespace.requirement)")
)
struct LiveCaptureTests {
    @Test("Every byte of every frame arrives, in order and with its length")
    func everyByte() async throws {
        try await NetworkNamespace.run {
            try NetworkNamespace.addPair(LiveScene.near, LiveScene.far)
            var interface = try LiveInterface(name: LiveScene.far, index: 3, LiveScene.configuration)
            let socket = try PacketSocket(LiveScene.near)
            var random = SeededGenerator(seed: 7)
            let sent = (0..<500).map { _ in
                FrameBuilder().frame(
                    (0..<Int.random(in: 1...1500, using: &random)).map { _ in
                        .random(in: 0...255, using: &random)
                    },
                    etherType: 0x88b5)
            }
            for frame in sent { try socket.send(frame) }
            let frames = try LiveScene.read(&interface, sent.count)
            #expect(frames.map(\.bytes) == sent)
            #expect(frames.map(\.header.wireLength) == sent.map(\.count))
            #expect(frames.map(\.header.number) == (1...500).map { UInt64($0) })
            #expect(frames.allSatisfy { $0.header.interface == 3 && $0.header.linkType == .ethernet })
            // Microseconds would all end in three zeroes.
            #expect(frames.contains { $0.header.timestamp.nanoseconds % 1000 != 0 })
            let statistics = interface.statistics()
            #expect(statistics.frames == 500)
            #expect(statistics.bytes == UInt64(sent.reduce(0) { $0 + $1.count }))
            #expect(statistics.bytesSnapped == 0 && statistics.droppedByKernel == 0 && statistics.isUp)
        }
    }

    @Test("The largest frame that an IP packet can be in arrives whole")
    func largest() async throws {
        try await NetworkNamespace.run {
            try NetworkNamespace.addPair(LiveScene.near, LiveScene.far, mtu: 65_535)
            var interface = try LiveInterface(name: LiveScene.far, index: 0, LiveScene.configuration)
            #expect(interface.snaplen == 262_144)
            let frame = LiveScene.datagram(1, length: 65_507)
            #expect(frame.count == 65_549)
            try PacketSocket(LiveScene.near).send(frame)
            #expect(try LiveScene.read(&interface, 1).map(\.bytes) == [frame])
        }
    }

    @Test("A snaplen cuts frames, and says so")
    func snaplen() async throws {
        try await NetworkNamespace.run {
            try NetworkNamespace.addPair(LiveScene.near, LiveScene.far)
            var configuration = LiveScene.configuration
            configuration.snaplen = 96
            var interface = try LiveInterface(name: LiveScene.far, index: 0, configuration)
            let frame = LiveScene.datagram(1, length: 1000)
            let socket = try PacketSocket(LiveScene.near)
            for _ in 0..<3 { try socket.send(frame) }
            let frames = try LiveScene.read(&interface, 3)
            #expect(frames.map(\.bytes) == Array(repeating: Array(frame[..<96]), count: 3))
            #expect(frames.map(\.header.wireLength) == [1042, 1042, 1042])
            #expect(interface.statistics().bytesSnapped == 3 * 946)
        }
    }

    @Test("No more frames are lent than were asked for, and the others come next", arguments: [1, 7, 64])
    func limit(limit: Int) async throws {
        try await NetworkNamespace.run {
            try NetworkNamespace.addPair(LiveScene.near, LiveScene.far)
            var interface = try LiveInterface(name: LiveScene.far, index: 0, LiveScene.configuration)
            let socket = try PacketSocket(LiveScene.near)
            let sent = (0..<100).map { LiveScene.datagram($0) }
            for frame in sent { try socket.send(frame) }
            #expect(try LiveScene.read(&interface, 100, limit: limit).map(\.bytes) == sent)
            #expect(try LiveScene.drain(&interface).isEmpty)
        }
    }

    @Test(
        "VLAN tags that the kernel takes off are in the frame again",
        arguments: [[7], [7, 4000]] as [[UInt16]])
    func vlans(tags: [UInt16]) async throws {
        try await NetworkNamespace.run {
            try NetworkNamespace.addPair(LiveScene.near, LiveScene.far)
            var interface = try LiveInterface(name: LiveScene.far, index: 0, LiveScene.configuration)
            let frame = LiveScene.datagram(1, vlans: tags)
            try PacketSocket(LiveScene.near).send(frame)
            let frames = try LiveScene.read(&interface, 1)
            #expect(frames.map(\.bytes) == [frame])
            #expect(frames.map(\.header.wireLength) == [frame.count])
        }
    }

    @Test("A frame on the loopback interface is seen once")
    func loopback() async throws {
        try await NetworkNamespace.run {
            try NetworkNamespace.ip("link set lo up")
            var interface = try LiveInterface(name: "lo", index: 0, LiveScene.configuration)
            #expect(interface.linkType == .ethernet)
            let socket = try PacketSocket("lo")
            // Of an EtherType that nobody answers.
            let sent = (0..<20).map {
                FrameBuilder().frame([UInt8](repeating: $0, count: 60), etherType: 0x88b5)
            }
            for frame in sent { try socket.send(frame) }
            #expect(try LiveScene.drain(&interface).map(\.bytes) == sent)
        }
    }

    @Test("Frames that the machine sends are seen as well")
    func outgoing() async throws {
        try await NetworkNamespace.run {
            try NetworkNamespace.addPair(LiveScene.near, LiveScene.far)
            var interface = try LiveInterface(name: LiveScene.near, index: 0, LiveScene.configuration)
            try PacketSocket(LiveScene.near).send(LiveScene.datagram(1))
            #expect(try LiveScene.read(&interface, 1).map(\.bytes) == [LiveScene.datagram(1)])
        }
    }

    @Test("Waiting ends with the time when nothing comes, and before when something does")
    func waiting() async throws {
        try await NetworkNamespace.run {
            try NetworkNamespace.addPair(LiveScene.near, LiveScene.far)
            var interface = try LiveInterface(name: LiveScene.far, index: 0, LiveScene.configuration)
            let before = try interface.capture(limit: 1) { _, _ in }
            let heard = interface.wait(milliseconds: 30)
            #expect(before == 0 && !heard)
            try PacketSocket(LiveScene.near).send(LiveScene.datagram(1))
            let heardNow = interface.wait(milliseconds: 10_000)
            let after = try interface.capture(limit: 1) { _, _ in }
            #expect(heardNow && after == 1)
        }
    }
}
