import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite struct NFSTests {
    private static let pieces = [Int.max, 1, 7]
    private static let data = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    private static let size = data.count
    private static let half = 6_000

    /// A flow that is fed exchanges, each as a record of either direction.
    private final class Flow {
        let fed: Fed
        let parser: NFSStreamParser
        let pieces: Int

        init(_ pieces: Int = .max, _ configuration: AppLayerConfiguration = AppLayerConfiguration()) {
            fed = Fed(configuration)
            parser = NFSStreamParser(configuration)
            self.pieces = pieces
        }

        func exchange(_ messages: (call: [UInt8], reply: [UInt8])..., cut: Int? = nil) {
            for message in messages { call(NFSBytes.record(message.call, cut: cut)) }
            for message in messages { reply(NFSBytes.record(message.reply, cut: cut)) }
        }

        func call(_ bytes: some Collection<UInt8>) { fed.take(parser, .toServer, bytes, pieces: pieces) }
        func reply(_ bytes: some Collection<UInt8>) { fed.take(parser, .toClient, bytes, pieces: pieces) }
        func finish() { fed.finish(parser) }
    }

    private static func part(_ range: Range<Int>) -> [UInt8] { Array(data[range]) }
    private static let first = NFSBytes.read(11, 0, part(0..<half), of: size)
    private static let second = NFSBytes.read(12, half, part(half..<size), of: size)

    private static func procedures(_ fed: Fed) -> [RecordValue] {
        fed.transactions.compactMap { $0.fields.first { $0.name == "procedure" }?.value }
    }

    @Test(arguments: pieces, [nil, 50, 2000]) func reads(_ pieces: Int, _ cut: Int?) {
        let flow = Flow(pieces)
        flow.exchange(NFSBytes.lookup(10, "report.doc"))
        flow.exchange(Self.first, cut: cut.map { min($0, 60) })
        flow.exchange(Self.second)
        #expect(flow.fed.objects.map(\.bytes) == [Self.data])
        let record = flow.fed.objects.first?.record
        #expect(record?.object.name == "report.doc")
        #expect(record?.object.kind == .nfsFile)
        #expect(record?.incomplete == nil)
        #expect(record?.direction == .toClient)
        #expect(record?.transaction == 1)
        flow.finish()
        #expect(flow.fed.objects.count == 1)
        #expect(flow.fed.odd.isEmpty)
        #expect(Self.procedures(flow.fed) == [.text("LOOKUP"), .text("READ")])
    }

    @Test func fields() {
        let flow = Flow()
        flow.exchange(NFSBytes.lookup(10, "a"))
        #expect(
            flow.fed.transactions.first?.fields == [
                RecordField("version", 3), RecordField("procedure", "LOOKUP"), RecordField("filename", "a"),
                RecordField("hhash", NFSEvent.digest(NFSBytes.directory)), RecordField("id", 0),
                RecordField("file_tx", .flag(false)), RecordField("type", "response"),
                RecordField("status", "OK"),
                RecordField(
                    "/rpc",
                    .object([
                        RecordField("xid", 10), RecordField("status", "ACCEPTED"),
                        RecordField("auth_type", "UNIX"),
                        RecordField(
                            "creds",
                            .object([
                                RecordField("machine_name", "host"), RecordField("uid", 1000),
                                RecordField("gid", 100),
                            ])),
                    ])),
            ])
        // The check value of CRC-32.
        #expect(NFSEvent.digest(Array("123456789".utf8)) == "cbf43926")
    }

    @Test(arguments: pieces) func readsOutOfOrder(_ pieces: Int) {
        let flow = Flow(pieces)
        flow.exchange(Self.second, Self.first)
        #expect(flow.fed.objects.map(\.bytes) == [Self.data])
        #expect(flow.fed.objects.first?.record.incomplete == nil)
        #expect(flow.fed.objects.first?.record.object.name == NFSBytes.handle.hexadecimal)
        flow.exchange(Self.first, Self.second)
        #expect(flow.fed.objects.map(\.bytes) == [Self.data, Self.data])
    }

    @Test(arguments: pieces) func writes(_ pieces: Int) {
        let flow = Flow(pieces)
        let created = NFSBytes.reply(
            1,
            NFSBytes.word(0) + NFSBytes.word(1) + NFSBytes.opaque(NFSBytes.handle)
                + [UInt8](repeating: 0, count: 12))
        flow.exchange(
            (NFSBytes.call(1, 8, NFSBytes.opaque(NFSBytes.directory) + NFSBytes.opaque("new.bin")), created))
        flow.exchange(
            NFSBytes.write(2, Self.half, Self.part(Self.half..<Self.size), of: Self.size),
            NFSBytes.write(3, 0, Self.part(0..<Self.half), of: Self.size))
        #expect(flow.fed.objects.isEmpty)
        flow.exchange(NFSBytes.commit(4, of: Self.size))
        #expect(flow.fed.objects.map(\.bytes) == [Self.data])
        #expect(flow.fed.objects.first?.record.object.name == "new.bin")
        #expect(flow.fed.objects.first?.record.direction == .toServer)
        #expect(flow.fed.objects.first?.record.incomplete == nil)
        #expect(flow.fed.odd.isEmpty)
        #expect(Self.procedures(flow.fed) == [.text("CREATE"), .text("WRITE")])
    }

    @Test func endsOfFlow() {
        let whole = Flow()
        whole.exchange(NFSBytes.write(3, 0, Self.data, of: Self.size))
        whole.finish()
        #expect(whole.fed.objects.map(\.record.incomplete) == [nil])
        let cut = Flow()
        cut.exchange(Self.first)
        cut.finish()
        #expect(cut.fed.objects.map(\.record.incomplete) == [.cut])
        let range = Flow()
        range.exchange(Self.second)
        range.finish()
        #expect(range.fed.objects.map(\.record.incomplete) == [.range])
        let inside = Flow()
        inside.call(NFSBytes.record(Self.first.call))
        inside.reply(NFSBytes.record(Self.first.reply).prefix(5000))
        inside.finish()
        #expect(inside.fed.objects.map(\.record.incomplete) == [.gap])
    }

    @Test(arguments: pieces) func gaps(_ pieces: Int) {
        let flow = Flow(pieces)
        flow.call(NFSBytes.record(Self.first.call) + NFSBytes.record(Self.second.call))
        let reply = NFSBytes.record(Self.first.reply)
        flow.reply(reply.prefix(3000))
        flow.fed.gap(flow.parser, .toClient, 500)
        flow.reply(reply.dropFirst(3500) + NFSBytes.record(Self.second.reply))
        #expect(flow.fed.objects.isEmpty)
        flow.finish()
        #expect(flow.fed.objects.map(\.record.incomplete) == [.gap])
        let bytes = flow.fed.objects.first?.bytes ?? []
        #expect(bytes.suffix(4000) == Self.data.suffix(4000))
        #expect(bytes.count == Self.size)
        #expect(flow.fed.odd.isEmpty)
    }

    @Test func gapsElsewhere() {
        let flow = Flow()
        let lookup = NFSBytes.record(NFSBytes.lookup(5, "name").call)
        flow.call(lookup.prefix(40))
        flow.fed.gap(flow.parser, .toServer, 10)
        flow.call(Array(lookup.dropFirst(50)) + NFSBytes.record(Self.first.call))
        flow.reply(NFSBytes.record(NFSBytes.lookup(5, "name").reply) + NFSBytes.record(Self.first.reply))
        #expect(Self.procedures(flow.fed).isEmpty)
        flow.fed.gap(flow.parser, .toClient, 100)
        flow.exchange(Self.second)
        flow.finish()
        #expect(flow.fed.objects.map(\.bytes) == [Self.part(0..<Self.half)])
    }

    @Test func listingsGiveNames() {
        let entry =
            NFSBytes.word(1) + NFSBytes.long(5) + NFSBytes.opaque("listed.txt") + NFSBytes.long(1)
            + NFSBytes.attributes(1) + NFSBytes.word(1) + NFSBytes.opaque(NFSBytes.handle)
        let filler =
            NFSBytes.word(1) + NFSBytes.long(6) + NFSBytes.opaque("other") + NFSBytes.long(2)
            + NFSBytes.word(0) + NFSBytes.word(0)
        let list =
            Array(repeatElement(filler, count: 100).joined()) + entry + NFSBytes.word(0) + NFSBytes.word(1)
        for pieces in Self.pieces {
            let flow = Flow(pieces)
            flow.exchange(
                (
                    NFSBytes.call(1, 17, NFSBytes.opaque(NFSBytes.directory) + NFSBytes.long(0)),
                    NFSBytes.reply(1, NFSBytes.word(0) + NFSBytes.word(0) + NFSBytes.long(0) + list)
                ))
            flow.exchange(Self.first, Self.second)
            #expect(flow.fed.objects.map(\.record.object.name) == ["listed.txt"])
        }
    }

    @Test func errorsAndOtherVersions() {
        let flow = Flow()
        flow.exchange(
            (Self.first.call, NFSBytes.reply(11, NFSBytes.word(70) + NFSBytes.word(0))),
            (NFSBytes.call(1, 0, []), NFSBytes.reply(1, [])), (NFSBytes.call(2, 1, [], version: 4), []),
            (NFSBytes.call(3, 1, [], version: 4), NFSBytes.reply(3, [])))
        #expect(Self.procedures(flow.fed) == [.text("READ"), .text("COMPOUND")].reversed())
        let status = flow.fed.transactions.last?.fields.first { $0.name == "status" }?.value
        #expect(status == .text("ERR_STALE"))
    }

    @Test func limits() {
        var configuration = AppLayerConfiguration()
        configuration.mostPending = 2
        let flow = Flow(.max, configuration)
        for id in 1...3 { flow.call(NFSBytes.record(NFSBytes.lookup(id, "n\(id)").call)) }
        #expect(flow.fed.odd.contains(.shareLimit))
        for id in 1...3 { flow.reply(NFSBytes.record(NFSBytes.lookup(id, "").reply)) }
        #expect(flow.fed.transactions.count == 2)

        let long = Flow()
        long.call(NFSBytes.word(0x8000_0000 | (NFSRecord.longest + 1)))
        #expect(long.fed.odd.contains(.shareLimit))
        let fragments = Flow()
        fragments.call(Array(repeatElement(UInt8(0), count: 4 * (NFSRecord.mostFragments + 1))))
        #expect(fragments.fed.odd.contains(.shareLimit))

        let files = Flow()
        for index in 0...NFSSession.mostFiles {
            let write = NFSBytes.opaque([UInt8(index >> 8), UInt8(index & 255)]) + NFSBytes.long(0)
            files.call(
                NFSBytes.record(
                    NFSBytes.call(
                        index, 7, write + NFSBytes.word(4) + NFSBytes.word(0) + NFSBytes.opaque([1, 2, 3, 4]))
                ))
        }
        #expect(files.fed.odd.contains(.shareLimit))
        #expect(files.fed.objects.count == 1)

        let holes = Flow()
        for index in 0...NFSFile.mostRanges {
            holes.call(NFSBytes.record(NFSBytes.write(index, index * 8 + 8, [1, 2, 3, 4], of: 4).call))
        }
        #expect(holes.fed.odd.contains(.shareLimit))
        #expect(holes.fed.objects.map(\.record.incomplete) == [.limit])
    }

    private static let lies: [[UInt8]] = [
        [0, 0, 0, 1, 0, 0, 0, 2], [], NFSBytes.call(1, 99, []), NFSBytes.call(1, 3, NFSBytes.word(65)),
        NFSBytes.write(1, 0, [1, 2, 3, 4], of: 4).call.dropLast(2),
        NFSBytes.call(
            1, 7,
            NFSBytes.opaque("h") + NFSBytes.long(.max) + NFSBytes.word(4) + NFSBytes.word(0)
                + NFSBytes.opaque("four")),
        NFSBytes.call(
            1, 7,
            NFSBytes.opaque("h") + NFSBytes.long(0) + NFSBytes.word(9) + NFSBytes.word(0)
                + NFSBytes.opaque("four")),
    ]

    @Test(arguments: lies)
    func malformed(_ message: [UInt8]) {
        let flow = Flow(7)
        flow.call(NFSBytes.record(message))
        #expect(flow.fed.odd.contains(.shareMalformed))
        flow.exchange(NFSBytes.lookup(10, "after"))
        #expect(Self.procedures(flow.fed) == [.text("LOOKUP")])
    }

    /// A reply that holds less than it says does not show where the file ends.
    @Test(arguments: pieces) func cutReply(_ pieces: Int) {
        let flow = Flow(pieces)
        flow.exchange(Self.first)
        flow.call(NFSBytes.record(Self.second.call))
        flow.reply(NFSBytes.record(Array(Self.second.reply.dropLast(100))))
        #expect(flow.fed.odd.contains(.shareMalformed))
        #expect(flow.fed.objects.isEmpty)
        flow.finish()
        #expect(flow.fed.objects.map(\.record.incomplete) == [.gap])
    }

    /// What is sent twice is one file, and one call.
    @Test func retransmissions() {
        let flow = Flow()
        let write = NFSBytes.write(3, 0, Self.data, of: Self.size)
        flow.call(NFSBytes.record(write.call) + NFSBytes.record(write.call))
        flow.reply(NFSBytes.record(write.reply) + NFSBytes.record(write.reply))
        flow.exchange(NFSBytes.commit(4, of: Self.size))
        #expect(flow.fed.objects.map(\.bytes) == [Self.data])
        #expect(flow.fed.odd.isEmpty)
    }

    @Test func datagrams() {
        let fed = Fed(AppLayerConfiguration(), .udp)
        let parser = NFSDatagramParser(fed.output.configuration)
        for message in [NFSBytes.lookup(1, "file"), Self.first, Self.second] {
            fed.take(parser, .toServer, message.call)
            fed.take(parser, .toClient, message.reply)
        }
        #expect(fed.objects.map(\.bytes) == [Self.data])
        #expect(fed.objects.first?.record.object.name == "file")
        #expect(fed.odd.isEmpty)
        fed.take(parser, .toServer, Self.first.call)
        fed.take(parser, .toClient, Array(Self.first.reply.dropLast(100)))
        fed.finish(parser)
        #expect(fed.odd.contains(.shareMalformed))
        #expect(fed.objects.last?.record.incomplete == .gap)
    }

    @Test func garbage() {
        var random = SeededGenerator(seed: 2049)
        let small = Array(Self.data.prefix(300))
        let messages = [
            NFSBytes.lookup(1, "file"), NFSBytes.read(2, 0, small, of: 300),
            NFSBytes.write(3, 0, small, of: 300),
            NFSBytes.commit(4, of: 300),
        ]
        let calls = messages.flatMap { NFSBytes.record($0.call) }
        let replies = messages.flatMap { NFSBytes.record($0.reply) }
        var configuration = AppLayerConfiguration()
        configuration.largestObject = 1 << 20
        for _ in 0..<1500 {
            var both = [calls, replies]
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let side = Int.random(in: 0...1, using: &random)
                let place = Int.random(in: 0..<both[side].count, using: &random)
                both[side][place] = UInt8.random(in: 0...255, using: &random)
            }
            let results = [Int.max, Int.random(in: 1...90, using: &random)].map { pieces in
                let flow = Flow(pieces, configuration)
                flow.call(both[0])
                flow.reply(both[1])
                flow.finish()
                return (flow.fed.transactions.map(\.fields), flow.fed.objects.map(\.bytes))
            }
            #expect(results[0] == results[1])
        }
    }

    @Test(
        arguments: [
            (0, "NULL"), (2, "SHORT"), (3, "DH"), (5, "RSA"), (6, "GSS"), (9, "9"),
        ] as [(Int, String)])
    func flavorsHaveTheNamesOfTheEventLog(_ flavor: Int, _ name: String) throws {
        var reader = XDRReader(NFSBytes.word(flavor) + NFSBytes.word(0))
        let credentials = try #require(RPCCredentials(&reader))
        #expect(credentials.fields == [RecordField("auth_type", name)])
    }
}
