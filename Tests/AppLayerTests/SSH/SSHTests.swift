import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite struct SSHTests {
    private static let pieces = [Int.max, 1, 7]

    private static func packet(_ payload: [UInt8]) -> [UInt8] {
        let length = payload.count + 5
        return [0, 0, UInt8(length >> 8), UInt8(length & 255), 4] + payload + [9, 9, 9, 9]
    }

    private static func offer(_ lists: [String]) -> [UInt8] {
        let names = lists.flatMap { list -> [UInt8] in [0, 0, 0, UInt8(list.utf8.count)] + Array(list.utf8) }
        return packet([20] + [UInt8](repeating: 7, count: 16) + names + [0, 0, 0, 0, 0])
    }

    private static let lists = ["kex1,kex2", "key", "c2s", "s2c", "mac-c", "mac-s", "none", "zlib", "", ""]
    private static let newKeys = packet([21])
    private static let client =
        Array("SSH-2.0-Prober_1.0 a comment\r\n".utf8) + offer(lists) + packet([30, 1]) + newKeys
    private static let server =
        Array("Welcome\r\nSSH-1.99-Server\n".utf8) + offer(lists) + packet([31, 2]) + newKeys

    private static func side(_ name: String, _ version: String, _ software: String, _ string: String?)
        -> RecordField
    {
        var fields = [RecordField("proto_version", version), RecordField("software_version", software)]
        if let string {
            let hash = Digest.of(Array(string.utf8).span, .md5).hexadecimal
            fields.append(
                RecordField("hassh", .object([RecordField("hash", hash), RecordField("string", string)])))
        }
        return RecordField(name, .object(fields))
    }

    private static let whole = [
        side("client", "2.0", "Prober_1.0", "kex1,kex2;c2s;mac-c;none"),
        side("server", "1.99", "Server", "kex1,kex2;s2c;mac-s;zlib"),
    ]

    @Test(arguments: pieces) func handshake(_ pieces: Int) {
        let fed = Fed()
        let parser = SSHParser(fed.output.configuration)
        fed.take(parser, .toServer, Self.client, pieces: pieces)
        fed.take(parser, .toClient, Self.server, pieces: pieces)
        #expect(fed.transactions.map(\.fields) == [Self.whole])
        fed.finish(parser)
        #expect(fed.transactions.count == 1)
        #expect(fed.odd.isEmpty)
    }

    /// The bytes that are said to be encrypted are those behind NEWKEYS, whatever the cuts.
    @Test(arguments: [Int.max, 1, 7, 13]) func encrypted(_ pieces: Int) {
        let fed = Fed()
        let parser = SSHParser(fed.output.configuration)
        let stream = Self.client + [UInt8](repeating: 0xee, count: 40)
        var place = 0
        var start: Int?
        while place < stream.count {
            let piece = Array(
                stream[place..<min(stream.count, pieces == .max ? stream.count : place + pieces)])
            fed.take(parser, .toServer, piece)
            if let from = fed.output.encryptedFrom {
                if start == nil { start = place + from } else { #expect(from == 0) }
            } else {
                #expect(start == nil)
            }
            place += piece.count
        }
        #expect(start == Self.client.count)
        fed.gap(parser, .toServer, 1000)
        fed.take(parser, .toServer, [1, 2, 3])
        #expect(fed.output.encryptedFrom == 0)
        fed.take(parser, .toClient, Self.server)
        #expect(fed.output.encryptedFrom == nil)
        #expect(fed.transactions.map(\.fields) == [Self.whole])
    }

    @Test func gaps() {
        let greeting = 30
        // Inside KEXINIT: the offer is lost, NEWKEYS is not.
        let fed = Fed()
        let parser = SSHParser(fed.output.configuration)
        fed.take(parser, .toServer, Self.client.prefix(greeting + 40))
        fed.gap(parser, .toServer, 10)
        fed.take(parser, .toServer, Self.client.dropFirst(greeting + 50) + [1])
        #expect(fed.output.encryptedFrom != nil)
        fed.finish(parser)
        #expect(fed.transactions.map(\.fields) == [[Self.side("client", "2.0", "Prober_1.0", nil)]])
        // Over the end of NEWKEYS: where packets begin is not known, so nothing is said to be encrypted.
        let lost = Fed()
        let other = SSHParser(lost.output.configuration)
        lost.take(other, .toServer, Self.client.dropLast(12))
        lost.gap(other, .toServer, 20)
        lost.take(other, .toServer, [1, 2, 3])
        #expect(lost.output.encryptedFrom == nil)
        // The padding of NEWKEYS: its number said it all.
        let known = Fed()
        let third = SSHParser(known.output.configuration)
        known.take(third, .toServer, Self.client.dropLast(4))
        known.gap(third, .toServer, 4)
        known.take(third, .toServer, [1, 2, 3])
        #expect(known.output.encryptedFrom == 0)
    }

    @Test(arguments: [
        Array("GET / HTTP/1.1\r\n".utf8), Array("SSH-2.0\r\n".utf8), [UInt8](repeating: 0x61, count: 300),
        Array("SSH-2.0-a\r\n".utf8) + [0xff, 0, 0, 0, 4, 20],
        Array("SSH-2.0-a\r\n".utf8) + [0, 0, 0, 5, 4, 20],
    ])
    func malformed(_ bytes: [UInt8]) {
        let fed = Fed()
        let parser = SSHParser(fed.output.configuration)
        fed.take(parser, .toServer, bytes, pieces: 7)
        #expect(fed.odd.contains(.handshakeMalformed))
        fed.finish(parser)
        #expect(fed.transactions.count == (bytes.starts(with: "SSH-2.0-a".utf8) ? 1 : 0))
    }

    @Test func malformedOffer() {
        let fed = Fed()
        let parser = SSHParser(fed.output.configuration)
        fed.take(
            parser, .toServer,
            Array("SSH-2.0-a\n".utf8) + Self.packet([20] + [UInt8](repeating: 0xff, count: 40)))
        #expect(fed.odd.contains(.handshakeMalformed))
    }

    @Test func limits() {
        var configuration = AppLayerConfiguration()
        configuration.largestHeader = 32
        let long = Fed(configuration)
        let parser = SSHParser(configuration)
        long.take(parser, .toServer, Self.client + [1], pieces: 7)
        #expect(long.odd.contains(.handshakeMalformed))
        #expect(long.output.encryptedFrom != nil)
        let lines = Fed()
        let other = SSHParser(lines.output.configuration)
        lines.take(other, .toClient, Array(repeatElement(UInt8(ascii: "\n"), count: 70)) + Self.server)
        lines.finish(other)
        #expect(lines.odd.contains(.handshakeMalformed))
        #expect(lines.transactions.isEmpty)
    }

    @Test func garbage() {
        var random = SeededGenerator(seed: 22)
        for _ in 0..<1500 {
            var bytes = Self.server
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            let fields = [Int.max, Int.random(in: 1...40, using: &random)].map { pieces in
                let fed = Fed()
                let parser = SSHParser(fed.output.configuration)
                fed.take(parser, .toClient, bytes, pieces: pieces)
                fed.finish(parser)
                return fed.transactions.map(\.fields)
            }
            #expect(fields[0] == fields[1])
        }
    }
}
