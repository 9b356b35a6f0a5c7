import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite("Flows that were picked up in their midst") struct SwappedFlowTests {
    private static let browser = Endpoint(address: IPAddress(ipv4: 0xc633_6401), port: 40000)
    private static let site = Endpoint(address: IPAddress(ipv4: 0xcb00_7101), port: 80)
    private static let response = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none"
    private static let request = "GET /two HTTP/1.1\r\nHost: a.example\r\n\r\n"

    /// What an inspector makes of the pieces of one flow from `client` to `server`.
    private static func inspect(
        _ client: Endpoint, _ server: Endpoint, _ parts: [(Direction, String)], pieces: Int
    ) -> (application: [ApplicationProtocol], transactions: [Transaction], objects: [ExtractedObject]) {
        var inspector = ApplicationInspector(AppLayerConfiguration())
        let flow = FlowContext(
            id: FlowID(rawValue: 1), client: client, server: server, transport: .tcp, vlans: VLANStack(),
            tunnelDepth: 0, communityID: "")
        inspector.open(0, flow)
        var number: UInt64 = 0
        for (direction, text) in parts {
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                let piece = Array(rest.prefix(pieces))
                rest = rest.dropFirst(piece.count)
                number += 1
                _ = inspector.take(piece.span, Self.header(number), 0, direction)
            }
        }
        inspector.finish(0, isClosed: true, Self.header(number + 1))
        return (
            inspector.takeRecognised().map(\.application), inspector.takeTransactions(),
            inspector.takeObjects()
        )
    }

    private static func header(_ number: UInt64) -> FrameHeader {
        FrameHeader(
            number: number, timestamp: Timestamp(nanoseconds: Int64(number) * 20_000_000), wireLength: 60,
            linkType: .ethernet)
    }

    @Test("A response that comes first tells who is the server", arguments: [Int.max, 1, 7])
    func responseFirst(pieces: Int) {
        let found = Self.inspect(
            Self.site, Self.browser,
            [
                (.toServer, Self.response), (.toClient, Self.request),
                (.toServer, "HTTP/1.1 404 No\r\nContent-Length: 4\r\n\r\nnone"),
            ], pieces: pieces)
        #expect(found.application == [.http])
        #expect(found.objects.map { String(decoding: $0.bytes, as: UTF8.self) } == ["one", "none"])
        for object in found.objects {
            #expect(object.record.direction == .toClient)
            #expect(object.record.flow.client == Self.browser)
            #expect(object.record.flow.server == Self.site)
        }
        #expect(found.transactions.map(\.flow.client) == [Self.browser, Self.browser])
        #expect(HTTPParserTests.field("url", found.transactions[1]) == .text("/two"))
        #expect(HTTPParserTests.field("status", found.transactions[1]) == .number(404))
    }

    @Test("So does a request of the side that was silent before", arguments: [Int.max, 1, 7])
    func requestFirst(pieces: Int) {
        let found = Self.inspect(
            Self.site, Self.browser, [(.toClient, Self.request), (.toServer, Self.response)], pieces: pieces)
        #expect(found.application == [.http])
        #expect(found.objects.map(\.record.object.name) == ["/two"])
        #expect(found.transactions.map(\.flow.server) == [Self.site])
    }

    @Test("A greeting that only servers send tells it as well")
    func greeting() {
        let found = Self.inspect(
            Self.site, Self.browser,
            [
                (.toServer, "220 mx.example ESMTP\r\n"), (.toClient, "EHLO b\r\nMAIL FROM:<a@b>\r\n"),
                (.toServer, "250 b\r\n250 ok\r\n"),
            ], pieces: 7)
        #expect(found.application == [.smtp])
        #expect(found.transactions.allSatisfy { $0.flow.client == Self.browser })
    }

    @Test("Sides that are named right stay as they are", arguments: [Int.max, 1, 7])
    func unchanged(pieces: Int) {
        let found = Self.inspect(
            Self.browser, Self.site, [(.toServer, Self.request), (.toClient, Self.response)], pieces: pieces)
        #expect(found.objects.map(\.record.flow.client) == [Self.browser])
        #expect(found.objects.map(\.record.direction) == [.toClient])
    }

    @Test("What says nothing about its sides is not turned around")
    func unsure() {
        #expect(Self.swapped([1, 2, 3], [4, 5, 6]) == nil)
        #expect(Self.swapped(Array("SSH-2.0-x\r\n".utf8), []) == nil)
        #expect(Self.swapped([], Array("DATA \r\n".utf8)) == nil)
        #expect(Self.swapped([], []) == nil)
        #expect(Self.swapped([], Array("GET / HTTP/1.0\r\n".utf8)) == .http)
    }

    private static func swapped(_ client: [UInt8], _ server: [UInt8]) -> ApplicationProtocol? {
        ProtocolDetector.swapped(client: client.span, server: server.span)
    }

    @Test("The zero of a keep-alive probe is no part of a request", arguments: [Int.max, 1, 7])
    func probe(pieces: Int) {
        let found = Self.inspect(
            Self.browser, Self.site, [(.toServer, "\0" + Self.request), (.toClient, Self.response)],
            pieces: pieces)
        #expect(found.application == [.http])
        #expect(found.objects.map(\.record.object.name) == ["/two"])
        let greeting = Array("\0EHLO abcdefghijklmnopqrstu\r\n".utf8)
        let guess = Signature.client(greeting.span)
        #expect(guess == .none)
    }

    @Test("NetBIOS names are not taken for DNS")
    func netBIOS() {
        let query: [UInt8] =
            [0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0x20] + Array(repeating: 0x41, count: 32)
            + [0, 0, 0x20, 0, 1]
        let (asNetBIOS, elsewhere) = (
            DatagramSignature.application(query.span, 137, 137),
            DatagramSignature.application(query.span, 40000, 54)
        )
        #expect(asNetBIOS == nil)
        #expect(elsewhere == .dns)
    }
}
