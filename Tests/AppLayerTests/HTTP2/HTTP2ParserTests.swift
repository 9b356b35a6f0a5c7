import NetTypes
import TestSupport
import Testing

@testable import AppLayer

/// Connections of HTTP/2 that keep its rules.
struct HTTP2ParserTests {
    private typealias Bytes = HTTP2Bytes
    private static let pieces = [Int.max, 1, 7]
    private let fed = Fed()
    private let parser = HTTP2Parser(AppLayerConfiguration())

    private func server(_ bytes: [UInt8], pieces: Int = .max) {
        fed.take(parser, .toClient, bytes, pieces: pieces)
    }

    private func client(_ bytes: [UInt8], pieces: Int = .max) {
        fed.take(parser, .toServer, bytes, pieces: pieces)
    }

    @Test(arguments: pieces)
    func reportsAnExchange(_ pieces: Int) {
        client(Bytes.client + Bytes.get(1, "/a/page?q=1"), pieces: pieces)
        server(Bytes.settings() + Bytes.response(1) + Bytes.data(1, Array("hello ".utf8), 0), pieces: pieces)
        #expect(fed.transactions.isEmpty)
        server(Bytes.data(1, Array("world".utf8)), pieces: pieces)
        #expect(fed.transactions.map(\.application) == [.http2])
        #expect(fed.transactions.map(\.number) == [0])
        #expect(
            fed.transactions.first?.fields == [
                RecordField("hostname", "server.example"), RecordField("url", "/a/page?q=1"),
                RecordField("http_user_agent", "Browser/1"), RecordField("http_content_type", "text/html"),
                RecordField("http_method", "GET"), RecordField("version", "2"),
                RecordField("protocol", "HTTP/2"), RecordField("status", 200), RecordField("length", 11),
                RecordField("http2", .object([RecordField("stream_id", 1)])),
            ])
        let object = fed.objects.first
        #expect(fed.objects.count == 1)
        #expect(object?.bytes == Array("hello world".utf8))
        #expect(object?.record.object.name == "/a/page")
        #expect(object?.record.object.kind == .httpBody)
        #expect(object?.record.application == .http2)
        #expect(object?.record.contentType == "text/html")
        #expect(object?.record.direction == .toClient)
        #expect(object?.record.transaction == 0)
        #expect(object?.record.incomplete == nil)
        fed.finish(parser)
        #expect(fed.transactions.count == 1)
        #expect(fed.odd.isEmpty)
    }

    @Test(arguments: pieces)
    func decodesBodiesOfStreamsThatAlternate(_ pieces: Int) {
        client(Bytes.client + Bytes.get(1, "/a") + Bytes.get(3, "/b"), pieces: pieces)
        let sample = EncodedSamples.gzip
        let coded = [("content-encoding", "gzip"), ("content-length", "\(sample.count)")]
        server(Bytes.settings() + Bytes.response(3, coded) + Bytes.response(1), pieces: pieces)
        for index in sample.indices {
            server(Bytes.data(3, [sample[index]], 0) + Bytes.data(1, [UInt8(index)], 0), pieces: pieces)
        }
        server(Bytes.data(1, []) + Bytes.data(3, []), pieces: pieces)
        #expect(fed.objects.map(\.bytes) == [sample.indices.map { UInt8($0) }, EncodedSamples.text])
        #expect(fed.objects.allSatisfy { $0.record.incomplete == nil })
        #expect(fed.transactions.map(\.number) == [0, 1])
        #expect(fed.transactions.last?.fields.contains(RecordField("length", sample.count)) == true)
        #expect(fed.odd.isEmpty)
    }

    @Test(arguments: pieces)
    func readsPaddingPriorityAndContinuation(_ pieces: Int) {
        let block = Bytes.block([(":method", "POST"), (":path", "/upload"), ("content-type", "text/csv")])
        let priority: [UInt8] = [0, 0, 0, 0, 15]
        let head = Bytes.frame(
            1, Bytes.padded | Bytes.priority, 5, [3] + priority + block.prefix(4) + [9, 9, 9])
        let middle = Bytes.frame(9, 0, 5, Array(block[4..<20])) + Bytes.frame(9, 0, 5)
        let last = Bytes.frame(9, Bytes.endHeaders, 5, Array(block[20...]))
        let body = Bytes.frame(0, Bytes.padded, 5, [2] + Array("a,b".utf8) + [7, 7])
        let end = Bytes.frame(0, Bytes.padded | Bytes.endStream, 5, [1, 7])
        client(Bytes.client + head + middle + last + body + end, pieces: pieces)
        server(
            Bytes.settings() + Bytes.headers(5, [(":status", "204")], Bytes.endHeaders | Bytes.endStream),
            pieces: pieces)
        #expect(fed.objects.map(\.bytes) == [Array("a,b".utf8)])
        #expect(fed.objects.first?.record.direction == .toServer)
        #expect(fed.objects.first?.record.object.name == "/upload")
        #expect(fed.objects.first?.record.contentType == "text/csv")
        #expect(fed.transactions.first?.fields.contains(RecordField("status", 204)) == true)
        #expect(fed.odd.isEmpty)
    }

    @Test(arguments: pieces)
    func readsPromisesInterimResponsesAndTrailers(_ pieces: Int) {
        client(Bytes.client + Bytes.get(1, "/"), pieces: pieces)
        let promise = Bytes.frame(
            5, Bytes.endHeaders | Bytes.padded, 1,
            [1, 0, 0, 0, 2] + Bytes.block([(":method", "GET"), (":path", "/style.css")]) + [0])
        let interim = Bytes.headers(1, [(":status", "103"), ("content-type", "none")])
        let trailers = Bytes.headers(1, [("content-type", "wrong")], Bytes.endHeaders | Bytes.endStream)
        server(
            Bytes.settings() + promise + interim + Bytes.response(1) + Bytes.data(1, [1], 0) + trailers
                + Bytes.response(2) + Bytes.data(2, [2]), pieces: pieces)
        #expect(fed.objects.map(\.record.object.name) == ["/", "/style.css"])
        #expect(fed.objects.map(\.record.contentType) == ["text/html", "text/html"])
        #expect(fed.transactions.map(\.number) == [0, 1])
        #expect(fed.transactions.allSatisfy { $0.fields.contains(RecordField("status", 200)) })
        #expect(fed.odd.isEmpty)
    }

    @Test func reportsTheResponseToAnUpgrade() {
        client(Bytes.client)
        server(Bytes.settings() + Bytes.response(1) + Bytes.data(1, [1, 2, 3]))
        #expect(fed.objects.map(\.bytes) == [[1, 2, 3]])
        #expect(fed.objects.first?.record.object.name.isEmpty == true)
        #expect(fed.transactions.count == 1)
        #expect(fed.odd.isEmpty)
    }

    @Test func obeysTheTableSizeOnceItIsConfirmed() {
        client(HTTP2Reader.preface + Bytes.settings([(3, 100), (1, 0)]) + Bytes.get(1, "/"))
        // Before the confirmation the table is in use, after it there is none, which a block has to say first.
        let entry = Bytes.indexed("content-type", "text/first")
        let before = Bytes.frame(1, Bytes.endHeaders, 1, [0x88] + entry)
        let promise = Bytes.frame(5, Bytes.endHeaders, 1, [0, 0, 0, 2, 0x82, 0xbe])
        let confirmation = Bytes.frame(4, Bytes.acknowledgement, 0)
        let after = Bytes.frame(
            1, Bytes.endHeaders, 2, [0x20, 0x88] + Bytes.block([("content-type", "text/last")]))
        server(
            Bytes.settings() + before + promise + confirmation + Bytes.data(1, [1]) + after
                + Bytes.data(2, [2]))
        #expect(fed.objects.map(\.record.contentType) == ["text/first", "text/last"])
        #expect(fed.odd.isEmpty)
        // The entry is gone now.
        server(Bytes.frame(1, Bytes.endHeaders, 4, [0xbe]))
        #expect(fed.odd.contains(.http2Malformed))
    }

    @Test func letsTheTableGrowOnceThatIsConfirmed() {
        client(HTTP2Reader.preface + Bytes.settings([(1, 8_192)]) + Bytes.get(1, "/"))
        // A table of 8,192 bytes, which is twice what a new connection has.
        let grow = Bytes.frame(1, Bytes.endHeaders, 1, [0x3f, 0xe1, 0x3f, 0x88])
        server(Bytes.settings() + Bytes.frame(4, Bytes.acknowledgement, 0) + grow + Bytes.data(1, [1]))
        #expect(fed.transactions.first?.fields.contains(RecordField("status", 200)) == true)
        #expect(fed.odd.isEmpty)
    }

    @Test func namesWhatContentDispositionNames() {
        let names = [
            ("attachment; filename=\"a b\\\".txt\"", "a b\".txt"),
            ("inline;filename=plain.bin; size=3", "plain.bin"),
            ("attachment; filename=x; filename*=UTF-8''na%C3%AFve%2", "na\u{ef}ve%2"),
            ("attachment; filename=x; filename*=latin1''y", "x"), ("attachment", "/path"),
        ]
        client(Bytes.client)
        server(Bytes.settings())
        for (index, (value, _)) in names.enumerated() {
            let id = UInt32(index * 2 + 1)
            client(Bytes.get(id, "/path?query"))
            server(Bytes.response(id, [("content-disposition", value)]) + Bytes.data(id, [1]))
        }
        #expect(fed.objects.map(\.record.object.name) == names.map(\.1))
    }

    @Test func knowsRanges() {
        client(Bytes.client)
        server(Bytes.settings())
        for (index, range) in ["bytes 5-7/20", "bytes 0-2/3", "bytes 0-2/*", "nonsense"].enumerated() {
            let id = UInt32(index * 2 + 1)
            client(Bytes.get(id, "/"))
            server(
                Bytes.headers(id, [(":status", "206"), ("content-range", range)]) + Bytes.data(id, [1, 2, 3]))
        }
        #expect(fed.objects.map(\.record.incomplete) == [.range, nil, .range, .range])
    }
}
