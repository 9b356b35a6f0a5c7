import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite struct DTLSParserTests {
    private func hello(_ name: String, cookie: [UInt8]) -> [UInt8] {
        TLSBytes.clientHello(
            version: 0xfefd, [0xc02b], TLSBytes.serverName(name) + TLSBytes.protocols(["coap"]),
            cookie: cookie)
    }

    private let answer = TLSBytes.serverHello(version: 0xfefd, 0xc02b)
    private let chain = TLSBytes.certificates([TLSBytes.certificate()])

    @Test(arguments: [1 << 14, 20, 7], [false, true])
    func handshakeInFragments(_ size: Int, _ isShuffled: Bool) throws {
        var random = SeededGenerator(seed: 3)
        let fed = Fed()
        let parser = DTLSParser(AppLayerConfiguration())
        fed.take(
            parser, .toServer,
            TLSBytes.datagramRecord(22, TLSBytes.fragments(1, 0, hello("first", cookie: []))[0]))
        fed.take(
            parser, .toClient, TLSBytes.datagramRecord(22, TLSBytes.fragments(3, 0, [0xfe, 0xfd, 1, 9])[0]))
        let messages: [(Direction, [[UInt8]])] = [
            (.toServer, TLSBytes.fragments(1, 1, hello("second", cookie: [9]), size: size)),
            (
                .toClient,
                TLSBytes.fragments(2, 1, answer, size: size) + TLSBytes.fragments(11, 2, chain, size: size)
            ),
        ]
        for (direction, parts) in messages {
            // Each fragment comes twice.
            let all = parts + parts
            for part in isShuffled ? all.shuffled(using: &random) : all {
                fed.take(parser, direction, TLSBytes.datagramRecord(22, part))
                #expect(fed.output.encryptedFrom == nil)
            }
        }
        let change = TLSBytes.datagramRecord(20, [1])
        fed.take(parser, .toClient, change + TLSBytes.datagramRecord(22, epoch: 1, [1, 2, 3]))
        #expect(fed.output.encryptedFrom == change.count)
        fed.take(parser, .toServer, TLSBytes.datagramRecord(23, epoch: 1, [1, 2, 3]))
        #expect(fed.output.encryptedFrom == 0)
        #expect(fed.odd == AnomalySet())
        #expect(fed.transactions.count == 1)
        let fields = try #require(fed.transactions.first?.fields)
        #expect(fields.text(at: "sni") == "second")
        #expect(fields.text(at: "version") == "DTLS 1.2")
        #expect(fields.text(at: "subject") == "C=VN, CN=server")
        #expect(fields.text(at: "ja3.string") == "65277,49195,0-16,,")
        #expect(fields.text(at: "ja4")?.hasPrefix("dd2d0102cp_") == true)
    }

    @Test func recordsThatAreEncryptedByTheirFirstByte() {
        for first in [0x2f, 0x3f, 25] as [UInt8] {
            let fed = Fed()
            let parser = DTLSParser(AppLayerConfiguration())
            fed.take(parser, .toClient, [first, 1, 2, 3])
            #expect(fed.output.encryptedFrom == 0)
            #expect(fed.odd == AnomalySet())
        }
    }

    @Test func whatIsNoRecordIsNoted() {
        let good = TLSBytes.datagramRecord(22, TLSBytes.fragments(1, 0, hello("x", cookie: []))[0])
        let bad: [[UInt8]] = [
            [20, 1], Array(good.dropLast()), good + [22], [22, 3, 3] + Array(good.dropFirst(3)),
        ]
        for bytes in bad {
            let fed = Fed()
            fed.take(DTLSParser(AppLayerConfiguration()), .toServer, bytes)
            #expect(fed.odd.contains(.handshakeMalformed))
            #expect(fed.output.encryptedFrom == nil)
        }
    }

    @Test func otherProtocolsOnTheSamePorts() {
        let fed = Fed()
        let parser = DTLSParser(AppLayerConfiguration())
        fed.take(parser, .toClient, [0x80, 1, 2])
        #expect(fed.output.encryptedFrom == nil)
        fed.take(parser, .toClient, TLSBytes.datagramRecord(23, epoch: 1, [1]))
        fed.take(parser, .toClient, [0x80, 1, 2])
        #expect(fed.output.encryptedFrom == 0)
        fed.take(parser, .toClient, [0, 1, 0, 0])
        #expect(fed.output.encryptedFrom == nil)
        #expect(fed.odd == AnomalySet())
    }

    @Test func heartbeatThatLies() {
        let padding = [UInt8](repeating: 0, count: 16)
        let cases: [([UInt8], Bool)] = [
            ([1, 0, 1, 5] + padding, false), ([1, 0, 2, 5] + padding, true), ([1], true),
        ]
        for (content, isBad) in cases {
            let fed = Fed()
            fed.take(DTLSParser(AppLayerConfiguration()), .toServer, TLSBytes.datagramRecord(24, content))
            #expect(fed.odd.contains(.handshakeMalformed) == isBad)
        }
    }

    @Test func limits() {
        var configuration = AppLayerConfiguration()
        let body = hello("x", cookie: [])
        configuration.largestHeader = body.count - 1
        let fed = Fed(configuration)
        let parser = DTLSParser(configuration)
        fed.take(parser, .toServer, TLSBytes.datagramRecord(22, TLSBytes.fragments(1, 0, body)[0]))
        #expect(fed.odd.contains(.handshakeMalformed))
        fed.finish(parser)
        #expect(fed.transactions.isEmpty)
        // Five messages begun at a time are one too many: the last is not kept.
        for count in [4, 5] {
            let fed = Fed()
            let parser = DTLSParser(AppLayerConfiguration())
            let parts = (0..<count).map { TLSBytes.fragments(1, $0, hello("n\($0)", cookie: []), size: 50) }
            for part in parts { fed.take(parser, .toServer, TLSBytes.datagramRecord(22, part[0])) }
            #expect(fed.odd.contains(.handshakeMalformed) == (count == 5))
            for part in parts[count - 1].dropFirst() {
                fed.take(parser, .toServer, TLSBytes.datagramRecord(22, part))
            }
            fed.finish(parser)
            #expect(fed.transactions.isEmpty == (count == 5))
        }
    }

    private func put(_ buffer: inout FragmentBuffer, _ bytes: [UInt8], at place: Int) -> Bool {
        buffer.insert(bytes[...], at: place)
    }

    @Test func holesAreLimited() {
        var buffer = FragmentBuffer(limit: 1000)
        for index in 0..<FragmentBuffer.mostPieces { #expect(put(&buffer, [1], at: 2 * index + 1)) }
        #expect(!put(&buffer, [1], at: 500))
        #expect(put(&buffer, [2, 2, 2], at: 0))
        #expect(buffer.slice(from: 0, to: 4) == [2, 1, 2, 1])
        #expect(buffer.contiguous == 4)
        #expect(!put(&buffer, [1, 1], at: 999))
        #expect(!put(&buffer, [1], at: .max))
        #expect(put(&buffer, [1], at: 999))
        #expect(buffer.slice(from: 0, to: 900).isEmpty)
        // All holes are filled by one that covers them.
        #expect(put(&buffer, [UInt8](repeating: 3, count: 1000), at: 0))
        #expect(buffer.slice(from: 0, to: 7) == [2, 1, 2, 1, 3, 1, 3])
        #expect(buffer.slice(from: 997, to: 1000) == [3, 3, 1])
    }

    @Test func whateverTheOrderTheFirstStays() {
        var random = SeededGenerator(seed: 8)
        for _ in 0..<200 {
            var buffer = FragmentBuffer(limit: 60)
            var model = [UInt8?](repeating: nil, count: 60)
            for value in 1...20 as ClosedRange<UInt8> {
                let start = Int.random(in: 0..<60, using: &random)
                let count = Int.random(in: 0...min(12, 60 - start), using: &random)
                #expect(put(&buffer, [UInt8](repeating: value, count: count), at: start))
                for place in start..<(start + count) where model[place] == nil { model[place] = value }
            }
            let whole = model.prefix { $0 != nil }.compactMap(\.self)
            #expect(Array(buffer.slice(from: 0, to: buffer.contiguous)) == whole)
        }
    }

    @Test func garbageDoesNoHarm() {
        let datagrams: [(Direction, [UInt8])] =
            TLSBytes.fragments(1, 0, hello("x", cookie: []), size: 30).map {
                (.toServer, TLSBytes.datagramRecord(22, $0))
            }
            + TLSBytes.fragments(11, 2, chain, size: 60).map { (.toClient, TLSBytes.datagramRecord(22, $0)) }
        var random = SeededGenerator(seed: 5)
        for _ in 0..<500 {
            let fed = Fed()
            let parser = DTLSParser(AppLayerConfiguration())
            for (direction, bytes) in datagrams {
                var bytes = bytes
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
                fed.take(parser, direction, bytes)
                if let from = fed.output.encryptedFrom { #expect((0..<bytes.count).contains(from)) }
            }
            fed.finish(parser)
            #expect(fed.transactions.count <= 1)
        }
    }
}
