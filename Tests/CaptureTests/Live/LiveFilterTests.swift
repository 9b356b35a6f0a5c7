import Capture
import NetTypes
import TestSupport
import Testing

@Suite("Filters and refusals", .enabled(if: NetworkNamespace.isAvailable, "\(NetworkNamespace.requirement)"))
struct LiveFilterTests {
    private static func open(
        _ name: String, filter: String? = nil, _ change: (inout LiveConfiguration) -> Void = { _ in }
    ) -> CaptureError? {
        var configuration = LiveScene.configuration
        configuration.filter = filter
        do throws(CaptureError) {
            _ = try LiveInterface(name: name, index: 0, configuration)
            return nil
        } catch {
            return error
        }
    }

    @Test("Only what passes the filter is read and counted")
    func filter() async throws {
        try await NetworkNamespace.run {
            try NetworkNamespace.addPair(LiveScene.near, LiveScene.far)
            var configuration = LiveScene.configuration
            configuration.filter = "udp port 53 or (vlan and udp port 53)"
            var interface = try LiveInterface(name: LiveScene.far, index: 0, configuration)
            let socket = try PacketSocket(LiveScene.near)
            for number in 0..<50 {
                try socket.send(
                    LiveScene.datagram(number, to: number % 5 == 0 ? 53 : 54, vlans: number < 25 ? [] : [7]))
            }
            let frames = try LiveScene.drain(&interface)
            #expect(
                frames.map(\.bytes)
                    == stride(from: 0, to: 50, by: 5).map {
                        LiveScene.datagram($0, to: 53, vlans: $0 < 25 ? [] : [7])
                    })
            #expect(interface.statistics().frames == 10)
        }
    }

    @Test("A filter that is none is refused with libpcap's message")
    func badFilter() async throws {
        try await NetworkNamespace.run {
            try NetworkNamespace.addPair(LiveScene.near, LiveScene.far)
            for filter in ["udp port", "host 1.2.3.4.5", "tcp\0"] {
                guard case .badFilter(filter, let reason)? = Self.open(LiveScene.far, filter: filter) else {
                    Issue.record("\(filter) was not refused")
                    continue
                }
                #expect(!reason.isEmpty)
            }
        }
    }

    @Test("An interface that is not there is named, with those that are")
    func missing() async throws {
        try await NetworkNamespace.run {
            try NetworkNamespace.addPair(LiveScene.near, LiveScene.far)
            let known = ["hd-far", "hd-near", "lo"]
            #expect(CaptureInterfaces.names == known)
            for name in ["hd-none", "", "hd-far\0", "hd-near/../lo", String(repeating: "x", count: 200)] {
                #expect(Self.open(name) == .noSuchInterface(interface: name, known: known))
            }
        }
    }

    @Test("An interface that is down is not opened")
    func down() async throws {
        try await NetworkNamespace.run {
            #expect(Self.open("lo") == .interfaceDown(interface: "lo"))
        }
    }

    @Test("Without the capability it is said what is missing")
    func permission() async throws {
        try await NetworkNamespace.run {
            try NetworkNamespace.addPair(LiveScene.near, LiveScene.far)
            try NetworkNamespace.dropCapabilities()
            #expect(Self.open(LiveScene.far) == .notPermitted(interface: LiveScene.far))
        }
    }
}
