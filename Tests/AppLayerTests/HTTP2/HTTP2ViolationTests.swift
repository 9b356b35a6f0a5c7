import NetTypes
import TestSupport
import Testing

@testable import AppLayer

/// Connections of HTTP/2 that have gaps, end early, meet limits or break rules.
struct HTTP2ViolationTests {
    private typealias Bytes = HTTP2Bytes
    private static let pieces = [Int.max, 1, 7]

    /// What became of a connection.
    private func run(
        _ client: [UInt8], _ server: [UInt8], pieces: Int = .max,
        _ configuration: AppLayerConfiguration = .init()
    ) -> Fed {
        let fed = Fed(configuration)
        let parser = HTTP2Parser(configuration)
        fed.take(parser, .toServer, client, pieces: pieces)
        fed.take(parser, .toClient, server, pieces: pieces)
        fed.finish(parser)
        return fed
    }

    @Test(arguments: pieces)
    func endsWhatIsOpenAsCut(_ pieces: Int) {
        let server = Bytes.settings() + Bytes.response(1) + Bytes.data(1, [1, 2, 3])
        let fed = run(Bytes.client + Bytes.get(1, "/"), server.dropLast(), pieces: pieces)
        #expect(fed.objects.map(\.bytes) == [[1, 2]])
        #expect(fed.objects.map(\.record.incomplete) == [.cut])
        #expect(fed.transactions.count == 1)
        let reset = run(
            Bytes.client + Bytes.get(1, "/"),
            Bytes.settings() + Bytes.response(1) + Bytes.data(1, [1], 0) + Bytes.frame(3, 0, 1, [0, 0, 0, 8])
                + Bytes.data(1, [2]), pieces: pieces)
        #expect(reset.objects.map(\.bytes) == [[1]])
        #expect(reset.objects.map(\.record.incomplete) == [.cut])
        #expect(reset.transactions.count == 1)
        #expect(reset.odd.isEmpty)
    }

    @Test func goesOnBehindAGapInsideAFrame() {
        let fed = Fed()
        let parser = HTTP2Parser(AppLayerConfiguration())
        fed.take(parser, .toServer, Bytes.client + Bytes.get(1, "/a") + Bytes.get(3, "/b"))
        let body = Bytes.data(1, [UInt8](repeating: 7, count: 100))
        fed.take(parser, .toClient, Bytes.settings() + Bytes.response(1) + body.prefix(20))
        fed.gap(parser, .toClient, 89)
        fed.take(parser, .toClient, Bytes.response(3) + Bytes.data(3, [1]))
        #expect(fed.objects.map(\.bytes.count) == [11, 1])
        #expect(fed.objects.map(\.record.incomplete) == [.gap, nil])
        #expect(fed.transactions.count == 2)
        // Behind one that ends elsewhere nothing can be found.
        fed.take(parser, .toServer, Bytes.get(5, "/c"))
        fed.take(parser, .toClient, Bytes.response(5) + Bytes.data(5, [1, 2], 0))
        fed.gap(parser, .toClient, 1)
        fed.take(parser, .toClient, Bytes.data(5, [3]))
        fed.finish(parser)
        #expect(fed.objects.last?.bytes == [1, 2])
        #expect(fed.objects.last?.record.incomplete == .gap)
    }

    @Test func goesOnBehindAGapThatEndsInPadding() {
        let fed = Fed()
        let parser = HTTP2Parser(AppLayerConfiguration())
        fed.take(parser, .toServer, Bytes.client + Bytes.get(1, "/a") + Bytes.get(3, "/b"))
        let body = Bytes.data(1, [4, 1, 2, 3, 0, 0, 0, 0], Bytes.padded | Bytes.endStream)
        fed.take(parser, .toClient, Bytes.settings() + Bytes.response(1) + body.dropLast(6))
        fed.gap(parser, .toClient, 4)
        fed.take(parser, .toClient, body.suffix(2) + Bytes.response(3) + Bytes.data(3, [9]))
        #expect(fed.objects.map(\.bytes) == [[1], [9]])
        #expect(fed.objects.map(\.record.incomplete) == [.gap, nil])
        #expect(fed.odd.isEmpty)
    }

    @Test func stopsDecodingBehindAGap() {
        let fed = Fed()
        let parser = HTTP2Parser(AppLayerConfiguration())
        fed.take(parser, .toServer, Bytes.client + Bytes.get(1, "/"))
        let body = Bytes.data(1, EncodedSamples.gzip)
        fed.take(
            parser, .toClient,
            Bytes.settings() + Bytes.response(1, [("content-encoding", "gzip")]) + body.prefix(120))
        fed.gap(parser, .toClient, 10)
        fed.take(parser, .toClient, body.dropFirst(130))
        let object = fed.objects.first
        #expect(object?.record.incomplete == .gap)
        #expect(object?.bytes.isEmpty == false)
        #expect(EncodedSamples.text.starts(with: object?.bytes ?? [0]))
    }

    @Test func losesNamesButNotBodiesWithAHeaderBlock() {
        let fed = Fed()
        let parser = HTTP2Parser(AppLayerConfiguration())
        let request = Bytes.get(1, "/a")
        fed.take(parser, .toServer, Bytes.client + request.prefix(20))
        fed.gap(parser, .toServer, UInt64(request.count - 20))
        fed.take(parser, .toServer, Bytes.get(3, "/b"))
        fed.take(parser, .toClient, Bytes.settings() + Bytes.response(3) + Bytes.data(3, [1]))
        #expect(fed.objects.map(\.record.object.name) == [""])
        #expect(fed.objects.map(\.record.contentType) == ["text/html"])
        #expect(fed.transactions.count == 1)
    }

    @Test(arguments: pieces)
    func takesBodiesMidstream(_ pieces: Int) {
        let fed = run(
            Bytes.get(7, "/a"), Bytes.response(7) + Bytes.data(7, [1, 2, 3]), pieces: pieces)
        #expect(fed.objects.map(\.bytes) == [[1, 2, 3]])
        #expect(fed.objects.map(\.record.object.name) == [""])
        #expect(fed.transactions.count == 1)
        #expect(fed.odd.contains(.http2Malformed))
    }

    @Test(arguments: pieces)
    func limitsStreamsThatAreOpen(_ pieces: Int) {
        var configuration = AppLayerConfiguration()
        configuration.mostPending = 4
        let requests = (0..<6).flatMap { Bytes.get(UInt32($0 * 2 + 1), "/\($0)") }
        let answers = (0..<6).flatMap { Bytes.data(UInt32($0 * 2 + 1), [UInt8($0)]) }
        let fed = run(Bytes.client + requests, Bytes.settings() + answers, pieces: pieces, configuration)
        #expect(fed.objects.map(\.record.object.name) == ["/2", "/3", "/4", "/5"])
        #expect(fed.transactions.map(\.number) == [0, 1, 2, 3, 4, 5])
        #expect(fed.odd.contains(.http2Limit))
    }

    @Test(arguments: pieces)
    func limitsHeaderBlocks(_ pieces: Int) {
        var configuration = AppLayerConfiguration()
        configuration.largestHeader = 200
        let long = Bytes.headers(1, [(":path", "/long"), ("cookie", String(repeating: "c", count: 200))])
        let fed = run(
            Bytes.client + long, Bytes.settings() + Bytes.data(1, [1]), pieces: pieces, configuration)
        #expect(fed.objects.map(\.record.object.name) == [""])
        #expect(fed.odd.contains(.http2Limit))
    }

    @Test func limitsWhatHeaderBlocksGrowTo() {
        // A field of 4,000 bytes goes into the table, and each further byte stands for it.
        let bomb = Bytes.indexed("cookie", String(repeating: "c", count: 4_000))
        let block = bomb + [UInt8](repeating: 0xbe, count: 10_000) + Bytes.block([(":path", "/late")])
        let next = Bytes.frame(1, Bytes.endHeaders, 3, [0xbe] + Bytes.block([(":path", "/next")]))
        let fed = run(
            Bytes.client + Bytes.frame(1, Bytes.endHeaders, 1, block) + next,
            Bytes.settings() + Bytes.response(1) + Bytes.data(1, [1]) + Bytes.response(3) + Bytes.data(3, [1])
        )
        #expect(fed.odd.contains(.http2Limit))
        #expect(!fed.odd.contains(.http2Malformed))
        #expect(fed.objects.map(\.record.object.name) == ["", "/next"])
    }

    @Test func limitsTheTableAndWhatIsKept() {
        // The server allows a table of 1 MiB, and the client uses it.
        let grow = Bytes.frame(
            1, Bytes.endHeaders, 1, [0x3f, 0xe1, 0xff, 0x3f] + Bytes.block([(":path", "/")]))
        let fed = Fed()
        let parser = HTTP2Parser(AppLayerConfiguration())
        fed.take(parser, .toServer, Bytes.client)
        fed.take(parser, .toClient, Bytes.settings([(1, 1 << 20)]))
        fed.take(parser, .toServer, Bytes.frame(4, Bytes.acknowledgement, 0))
        #expect(fed.odd.contains(.http2Limit))
        #expect(!fed.odd.contains(.http2Malformed))
        fed.take(parser, .toServer, grow)
        #expect(fed.odd.contains(.http2Malformed))
        // Each request keeps 4,000 bytes, and there is room for 16 times 1,000.
        var configuration = AppLayerConfiguration()
        configuration.largestHeader = 4_200
        let path = "/" + String(repeating: "p", count: 3_999)
        let requests = (0..<20).flatMap { Bytes.headers(UInt32($0 * 2 + 1), [(":path", path)]) }
        let kept = run(Bytes.client + requests, Bytes.settings(), configuration)
        #expect(kept.odd.contains(.http2Limit))
        #expect(kept.transactions.filter { $0.fields.first?.name == "url" }.count == 16)
    }

    @Test func countsOnlyWhatIsOpen() {
        var configuration = AppLayerConfiguration()
        configuration.largestHeader = 4_200
        let fields = [(":path", "/" + String(repeating: "p", count: 3_999))]
        let ids = (0..<20).map { UInt32($0 * 2 + 1) }
        // In turn they keep nothing of each other.
        let fed = Fed(configuration)
        let parser = HTTP2Parser(configuration)
        fed.take(parser, .toServer, Bytes.client)
        fed.take(parser, .toClient, Bytes.settings())
        for id in ids {
            fed.take(parser, .toServer, Bytes.headers(id, fields, Bytes.endHeaders | Bytes.endStream))
            fed.take(parser, .toClient, Bytes.response(id) + Bytes.data(id, [1]))
        }
        #expect(fed.transactions.count == 20)
        #expect(fed.odd.isEmpty)
        configuration.mostPending = 2
        var table = HTTP2StreamTable(configuration)
        for id in ids { table.close(table.open(id)) }
        #expect(ids.filter { table.wasClosed($0) } == Array(ids.suffix(2)))
        #expect(table.all.isEmpty)
        #expect(table.oldest == nil)
    }

    @Test func limitsDecodersAndSettings() {
        let ids = (0..<110).map { UInt32($0 * 2 + 1) }
        let bodies = ids.flatMap {
            Bytes.response($0, [("content-encoding", "gzip")]) + Bytes.data($0, EncodedSamples.gzip, 0)
        }
        let fed = run(Bytes.client, Bytes.settings() + bodies)
        #expect(fed.odd.contains(.encodingLimit))
        #expect(fed.objects.filter { $0.bytes == EncodedSamples.text }.count == 100)
        #expect(fed.objects.filter { $0.bytes == EncodedSamples.gzip }.count == 10)
        let inTurn = ids.flatMap {
            Bytes.response($0, [("content-encoding", "gzip")]) + Bytes.data($0, EncodedSamples.gzip)
        }
        let one = run(Bytes.client + ids.flatMap { Bytes.get($0, "/") }, Bytes.settings() + inTurn)
        #expect(one.objects.count == 110)
        #expect(one.odd.isEmpty)
        let flood = run(Bytes.client, (0..<65).flatMap { _ in Bytes.settings([(1, 100)]) })
        #expect(flood.odd.contains(.http2Limit))
    }

    @Test func saysWhenAnEncodingIsDamagedOrTooMuch() {
        func body(_ encoding: String, _ bytes: [UInt8]) -> Fed {
            run(
                Bytes.client + Bytes.get(1, "/"),
                Bytes.settings() + Bytes.response(1, [("content-encoding", encoding)]) + Bytes.data(1, bytes))
        }
        let plain = body("gzip", [1, 2, 3])
        #expect(plain.objects.map(\.bytes) == [[1, 2, 3]])
        #expect(plain.objects.map(\.record.incomplete) == [.damaged])
        #expect(plain.odd.contains(.encodingMalformed))
        let bomb = body("br", EncodedSamples.brotliZeros)
        #expect(bomb.objects.map(\.record.incomplete) == [.limit])
        #expect(bomb.odd.contains(.encodingLimit))
        let unknown = body("exotic", [1, 2, 3])
        #expect(unknown.objects.map(\.bytes) == [[1, 2, 3]])
        #expect(unknown.objects.map(\.record.incomplete) == [nil])
        #expect(unknown.odd.contains(.encodingMalformed))
    }

    @Test(arguments: pieces)
    func notesWhatBreaksTheRules(_ pieces: Int) {
        let start = Bytes.client + Bytes.get(1, "/")
        let broken: [[UInt8]] = [
            Bytes.data(0, [1]), Bytes.frame(0, Bytes.padded, 1, [5, 1, 1]), Bytes.frame(0, Bytes.padded, 1),
            Bytes.frame(4, 0, 0, [1, 2, 3]), Bytes.frame(6, 0, 0, [1]),
            Bytes.frame(9, Bytes.endHeaders, 1, []),
            Bytes.frame(1, 0, 1) + Bytes.data(1, [1]), Bytes.frame(1, Bytes.endHeaders, 1, [0xff, 0xff]),
            Bytes.response(1, [("content-length", "9")]) + Bytes.data(1, [1]), Bytes.data(1, [1]),
        ]
        for bytes in broken {
            let fed = run(start, Bytes.settings() + bytes, pieces: pieces)
            #expect(fed.odd.contains(.http2Malformed), "\(bytes)")
        }
        let unknown = run(start, Bytes.settings() + Bytes.frame(0x77, 0xff, 1, [1, 2]), pieces: pieces)
        #expect(unknown.odd.isEmpty)
    }

    @Test func survivesDamage() {
        let client = Bytes.client + Bytes.get(1, "/a") + Bytes.get(3, "/b") + Bytes.get(5, "/c")
        let server =
            Bytes.settings([(1, 100)]) + Bytes.frame(4, Bytes.acknowledgement, 0) + Bytes.response(1)
            + Bytes.frame(5, Bytes.endHeaders, 1, [0, 0, 0, 2] + Bytes.indexed(":path", "/pushed"))
            + Bytes.response(3, [("content-encoding", "br")]) + Bytes.data(3, EncodedSamples.brotli)
            + Bytes.frame(0, Bytes.padded | Bytes.endStream, 1, [2, 1, 2, 3, 0, 0])
            + Bytes.frame(3, 0, 5, [0, 0, 0, 1])
        var generator = SeededGenerator(seed: 5)
        func damage(_ bytes: [UInt8]) -> [UInt8] {
            var bytes = bytes
            for _ in 0..<Int.random(in: 0...3, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
                    in: 0...255, using: &generator)
            }
            return bytes
        }
        for _ in 0..<500 {
            let (first, second) = (damage(client), damage(server))
            let whole = run(first, second)
            let single = run(first, second, pieces: 1)
            #expect(whole.objects.map(\.bytes) == single.objects.map(\.bytes))
            #expect(whole.objects.map(\.record.incomplete) == single.objects.map(\.record.incomplete))
            #expect(whole.transactions.map(\.fields) == single.transactions.map(\.fields))
            #expect(whole.odd == single.odd, "\(first) \(second)")
        }
    }

    @Test func survivesNoise() {
        var generator = SeededGenerator(seed: 6)
        for round in 0..<200 {
            let noise = (0..<400).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let fed = run(Bytes.client + noise, (round % 2 == 0 ? Bytes.settings() : []) + noise)
            #expect(fed.objects.count <= 800)
        }
    }
}
