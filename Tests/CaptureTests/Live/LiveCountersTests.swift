import Capture
import NetTypes
import TestSupport
import Testing

@Suite(
    "Where every frame is", .enabled(if: NetworkNamespace.isAvailable, "\(NetworkNamespace.requirement)"))
struct LiveCountersTests {
    @Test("Read and dropped are what was sent, when the buffer was too small")
    func drops() async throws {
        try await NetworkNamespace.run {
            try NetworkNamespace.addPair(LiveScene.near, LiveScene.far)
            var configuration = LiveScene.configuration
            configuration.bufferSize = 1
            #expect(configuration.bufferSize == 512 << 10)
            var interface = try LiveInterface(name: LiveScene.far, index: 0, configuration)
            let socket = try PacketSocket(LiveScene.near)
            var read: [LiveScene.Frame] = []
            for _ in 0..<3 {
                // 2 MB into a buffer of half of one, while nobody reads.
                for number in 0..<2000 { try socket.send(LiveScene.datagram(number, length: 1000)) }
                read += try LiveScene.drain(&interface)
            }
            let statistics = interface.statistics()
            #expect(statistics.frames == UInt64(read.count))
            #expect(statistics.droppedByKernel > 0)
            #expect(statistics.frames > 0)
            #expect(statistics.frames + statistics.droppedByKernel == 6000)
            #expect(statistics.bytes == statistics.frames * 1042)
        }
    }

    @Test("Of two handles in a fanout group each gets whole flows, both directions, and together all frames")
    func fanout() async throws {
        try await NetworkNamespace.run {
            try NetworkNamespace.addPair(LiveScene.near, LiveScene.far)
            var one = try LiveInterface(name: LiveScene.far, index: 0, LiveScene.configuration)
            var other = try LiveInterface(name: LiveScene.far, index: 0, LiveScene.configuration)
            try one.joinFanout(group: 77)
            try other.joinFanout(group: 77)
            let (first, second) = try Self.spread(&one, &other)
            #expect(first.count + second.count == 640)
            #expect(!first.isEmpty && !second.isEmpty)
            #expect(Set(first.map(Self.flow)).isDisjoint(with: second.map(Self.flow)))
        }
    }

    @Test("A socket that took another's place is in its group again")
    func fanoutReopened() async throws {
        try await NetworkNamespace.run {
            try NetworkNamespace.addPair(LiveScene.near, LiveScene.far)
            var one = try LiveInterface(name: LiveScene.far, index: 0, LiveScene.configuration)
            var other = try LiveInterface(name: LiveScene.far, index: 0, LiveScene.configuration)
            try one.joinFanout(group: 78)
            try other.joinFanout(group: 78)
            try NetworkNamespace.ip("link del \(LiveScene.far)")
            try NetworkNamespace.addPair(LiveScene.near, LiveScene.far)
            // The group is still that of the old interface, until both have left it. On a machine with much else to do
            // it has been seen to take the new one at once; either way it has to come to what is asked below.
            var refused: CaptureError?
            do throws(CaptureError) { try one.reopen() } catch { refused = error }
            if let refused {
                #expect(
                    refused
                        == .interfaceFailed(
                            interface: LiveScene.far, reason: "fanout group 78: Invalid argument"))
            }
            // For a moment the ip(8) of another test may hold copies of the old sockets.
            for _ in 0..<LiveScene.patience where !(one.statistics().isUp && other.statistics().isUp) {
                try? other.reopen()
                try? one.reopen()
                _ = one.wait(milliseconds: 1)
            }
            #expect(one.statistics().isUp)
            #expect(other.statistics().isUp)
            let (first, second) = try Self.spread(&one, &other)
            #expect(first.count + second.count == 640)
        }
    }

    @Test("A group that another kind of sharing has is refused")
    func foreignGroup() async throws {
        try await NetworkNamespace.run {
            try NetworkNamespace.addPair(LiveScene.near, LiveScene.far)
            var one = try LiveInterface(name: LiveScene.far, index: 0, LiveScene.configuration)
            var other = try LiveInterface(name: LiveScene.near, index: 1, LiveScene.configuration)
            try one.joinFanout(group: 79)
            // A group has one interface.
            let expected = CaptureError.interfaceFailed(
                interface: LiveScene.near, reason: "fanout group 79: Invalid argument")
            var refused: CaptureError?
            do throws(CaptureError) { try other.joinFanout(group: 79) } catch { refused = error }
            #expect(refused == expected)
        }
    }

    /// Sends ten frames each of 64 flows, in both directions, and reads them.
    private static func spread(
        _ one: inout LiveInterface, _ other: inout LiveInterface
    ) throws -> ([LiveScene.Frame], [LiveScene.Frame]) {
        let socket = try PacketSocket(LiveScene.near)
        let there = PacketBuilder(source: .literal("192.0.2.1"), destination: .literal("192.0.2.2"))
        let back = PacketBuilder(source: .literal("192.0.2.2"), destination: .literal("192.0.2.1"))
        for number in 0..<10 {
            for port in UInt16(3000)..<3064 {
                let payload = [UInt8](repeating: UInt8(number), count: 20)
                let packet =
                    number % 2 == 0
                    ? there.udp(from: port, to: 80, payload) : back.udp(from: 80, to: port, payload)
                try socket.send(FrameBuilder().frame(packet))
            }
        }
        return (try LiveScene.drain(&one), try LiveScene.drain(&other))
    }

    /// The port of a frame that is not 80, which names its flow here.
    private static func flow(_ frame: LiveScene.Frame) -> UInt16 {
        let ports = [34, 36].map { UInt16(frame.bytes[$0]) << 8 | UInt16(frame.bytes[$0 + 1]) }
        return ports[0] == 80 ? ports[1] : ports[0]
    }
}
