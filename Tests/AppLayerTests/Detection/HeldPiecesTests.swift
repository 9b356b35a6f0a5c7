import NetTypes
import TestSupport
import Testing

@testable import AppLayer

/// What is kept of flows whose protocol is not told yet.
@Suite struct HeldPiecesTests {
    private static let context = FlowContext(
        id: FlowID(rawValue: 1), client: Endpoint(address: .literal("198.51.100.7"), port: 40000),
        server: Endpoint(address: .literal("203.0.113.9"), port: 9999), transport: .tcp, vlans: VLANStack(),
        tunnelDepth: 0, communityID: "")

    private static func header(_ number: Int) -> FrameHeader {
        FrameHeader(number: UInt64(number), timestamp: .scene, wireLength: 60, linkType: .ethernet)
    }

    @Test("A byte that comes alone counts with what keeping it costs, and nothing is left of it in the end")
    func account() {
        var inspector = ApplicationInspector(AppLayerConfiguration())
        // An undecided beginning: a word that any of several protocols could begin with.
        let bytes = Array("A001 ".utf8)
        for flow in 0..<3 {
            inspector.open(flow, Self.context)
            for (index, byte) in bytes.enumerated() {
                _ = inspector.take([byte].span, Self.header(index + 1), flow, .toServer)
            }
        }
        let piece = MemoryLayout<FlowApplication.Piece>.stride
        #expect(inspector.held > 3 * bytes.count * (piece + 1))
        inspector.finish(0, isClosed: true, Self.header(9))
        inspector.close(1)
        inspector.gap(100, Self.header(9), 2, .toServer)
        #expect(inspector.held == 0)
    }

    @Test("Beyond the limit a flow is judged by what there is of it")
    func limit() {
        var inspector = ApplicationInspector(AppLayerConfiguration())
        let most = ApplicationInspector.mostHeld
        let byte: [UInt8] = [65]
        var flow = 0
        var peak = 0
        // Each flow brings a few bytes, one at a time; without the limit this would be four times as much.
        while flow < 4 * most / (8 * MemoryLayout<FlowApplication.Piece>.stride) {
            inspector.open(flow, Self.context)
            for index in 0..<8 { _ = inspector.take(byte.span, Self.header(index + 1), flow, .toServer) }
            peak = max(peak, inspector.held)
            flow += 1
        }
        #expect(peak <= most && peak > most / 2, "\(peak)")
    }

    @Test("What every flow has of its own is small, so that a million idle flows fit")
    func stride() {
        #expect(MemoryLayout<FlowApplication>.stride <= 144)
        #expect(MemoryLayout<FlowApplication.Piece>.stride <= 40)
    }
}
