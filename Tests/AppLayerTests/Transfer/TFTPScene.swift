import NetTypes
import TestSupport

@testable import AppLayer

/// A TFTP transfer for tests: the flow of the request, and when the server answers from a port of its own, that
/// flow as well.
final class TFTPScene {
    let fed = Fed(AppLayerConfiguration(), .udp)
    let requests = TFTPParser(AppLayerConfiguration())
    private var flows: [TFTPParser] = []
    private(set) var expectations: [AppLayer.Expectation] = []
    let isWrite: Bool
    private let hasOwnPort: Bool

    static let client = Endpoint(address: .literal("10.0.0.1"), port: 40_000)
    static let server = Endpoint(address: .literal("10.0.0.2"), port: 69)

    init(isWrite: Bool = false, hasOwnPort: Bool = true) {
        self.isWrite = isWrite
        self.hasOwnPort = hasOwnPort
        fed.output.origin.flow.client = Self.client
        fed.output.origin.flow.server = Self.server
    }

    /// The client asks.
    func ask(_ parts: String...) {
        send([0, isWrite ? 2 : 1] + parts.flatMap { Array($0.utf8) + [0] })
    }

    /// The client sends to port 69.
    func send(_ datagram: [UInt8]) {
        fed.take(requests, .toServer, datagram)
        for expectation in fed.output.takeExpectations() {
            expectations.append(expectation)
            if hasOwnPort, case .tftp(let transfer) = expectation.content {
                flows.append(TFTPParser(AppLayerConfiguration(), transfer: transfer))
            }
        }
    }

    /// The server sends.
    func server(_ datagram: [UInt8]) {
        if let answers = flows.last {
            fed.take(answers, .toServer, datagram)
        } else {
            fed.take(requests, .toClient, datagram)
        }
    }

    /// The client sends to where the server answers from.
    func client(_ datagram: [UInt8]) {
        if let answers = flows.last {
            fed.take(answers, .toClient, datagram)
        } else {
            fed.take(requests, .toServer, datagram)
        }
    }

    /// The side that has the file sends a block.
    func block(_ number: Int, _ bytes: some Sequence<UInt8>) {
        let datagram = [0, 3] + Self.word(number) + Array(bytes)
        isWrite ? client(datagram) : server(datagram)
    }

    /// The side that gets the file acknowledges a block.
    func acknowledge(_ number: Int) {
        let datagram = [0, 4] + Self.word(number)
        isWrite ? server(datagram) : client(datagram)
    }

    /// The server says which options it takes.
    func options(_ parts: String...) {
        server([0, 6] + parts.flatMap { Array($0.utf8) + [0] })
    }

    func finish() {
        fed.finish(requests)
        for flow in flows { fed.finish(flow) }
    }

    private static func word(_ number: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number)]
    }
}
