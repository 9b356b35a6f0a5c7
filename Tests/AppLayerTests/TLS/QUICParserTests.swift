import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite struct QUICParserTests {
    private let destination: [UInt8] = [0x83, 0x94, 0xc8, 0xf0, 0x3e, 0x51, 0x57, 0x08]
    private let client = TLSBytes.message(1, TLSBytes.browserHello())
    private let server = TLSBytes.message(2, TLSBytes.serverHello(0x1301, TLSBytes.extended(43, [3, 4])))
    private let handshake: [UInt8] = [0xe0, 0, 0, 0, 1, 0, 0, 3, 1, 2, 3]
    private let short: [UInt8] = [0x40, 1, 2, 3]

    @Test func primitivesGiveThePublishedValues() {
        // FIPS 197 appendix C.1, test case 2 of the GCM specification, RFC 4231 section 4.3.
        let key = (0..<16).map { UInt8($0) }
        let block = (0..<16).map { UInt8($0 * 17) }
        #expect(AES128.encrypt(block, key: key)?.hexadecimal == "69c4e0d86a7b0430d8cdb78070b4c55a")
        #expect(AES128.encrypt(block + [0], key: key) == nil)
        let zeros = [UInt8](repeating: 0, count: 16)
        let sealed = QUICSealer.seal(zeros, zeros, Array(zeros.prefix(12)), [])
        #expect(sealed.hexadecimal == "0388dace60b6a392f328c2b971b2fe78ab6e47d42cec13bdf53a67b21257bddf")
        #expect(AES128.open(sealed, key: zeros, nonce: Array(zeros.prefix(12)), authenticating: []) == zeros)
        #expect(AES128.open(sealed, key: zeros, nonce: Array(zeros.prefix(12)), authenticating: [1]) == nil)
        #expect(AES128.open(sealed, key: zeros, nonce: zeros, authenticating: []) == nil)
        #expect(AES128.open([1], key: zeros, nonce: Array(zeros.prefix(12)), authenticating: []) == nil)
        let code = HMACSHA256.code(Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
        #expect(code.hexadecimal == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }

    @Test func keysOfTheStandard() {
        // RFC 9001 appendix A.1.
        let keys = QUICInitialKeys.both(.one(draft: nil), destination)
        #expect(keys.client.key.hexadecimal == "1f369613dd76d5467730efcbe3b1a22d")
        #expect(keys.client.iv.hexadecimal == "fa044b2f42a3fd3b46fb255c")
        #expect(keys.client.headerKey.hexadecimal == "9f50449e04a0e810283a1e9933adedd2")
        #expect(keys.server.key.hexadecimal == "cf3a5331653c364c88f0f379b6067e37")
        #expect(keys.server.iv.hexadecimal == "0ac1493ca1905853b0bba03e")
        #expect(keys.server.headerKey.hexadecimal == "c206b8d9b9f0f37644430b490eeaa314")
    }

    @Test(
        arguments: [
            (1, "1"), (0x6b33_43cf, "v2"), (0xff00_001d, "ff00001d"), (0xff00_0017, "ff000017"),
            (0xff00_0022, "ff000022"),
        ] as [(UInt32, String)])
    func hellosInPieces(_ number: UInt32, _ name: String) throws {
        let version = try #require(QUICVersion(number))
        let keys = QUICInitialKeys.both(version, destination)
        let fed = Fed()
        let parser = QUICParser(AppLayerConfiguration())
        let parts = [(100, 180), (40, 100), (0, 50), (180, client.count)]
        for (index, part) in parts.enumerated() {
            let frames = [1, 0] + QUICSealer.crypto(client[part.0..<part.1], at: part.0)
            fed.take(
                parser, .toServer,
                QUICSealer.initial(
                    frames, keys.client, destination: destination, version: number, number: index,
                    type: version.initialType, token: [1, 2]))
            #expect(fed.output.encryptedFrom == nil)
        }
        let answer = QUICSealer.initial(
            [2, 0, 0, 0, 0] + QUICSealer.crypto(server, at: 0), keys.server, destination: [], version: number,
            type: version.initialType)
        var other = handshake
        other[0] = version == .two ? 0xf0 : 0xe0
        other[1...4] = TLSBytes.number(Int(number), 4)[...]
        fed.take(parser, .toClient, answer + other)
        #expect(fed.output.encryptedFrom == answer.count)
        fed.take(parser, .toServer, short)
        #expect(fed.output.encryptedFrom == 0)
        #expect(fed.odd == AnomalySet())
        let event = try #require(fed.transactions.first)
        #expect(event.application == .quic)
        #expect(event.fields.text(at: "version") == name)
        #expect(event.fields.text(at: "sni") == "example.com")
        #expect(event.fields.text(at: "ja4") == "q13d1516h2_8daaf6152771_e5627efa2ab1")
        #expect(event.fields.text(at: "ja3s.string") == "771,4865,43")
        fed.finish(parser)
        #expect(fed.transactions.count == 1)
    }

    @Test func keysChangeWithARetry() {
        let fed = Fed()
        let parser = QUICParser(AppLayerConfiguration())
        for id in [destination, [9, 9, 9, 9, 9, 9, 9, 9]] {
            let keys = QUICInitialKeys.both(.one(draft: nil), id)
            fed.take(
                parser, .toServer,
                QUICSealer.initial(QUICSealer.crypto(client, at: 0), keys.client, destination: id))
            fed.take(parser, .toClient, [0xf0, 0, 0, 0, 1, 0, 0, 7, 7])
            #expect(fed.output.encryptedFrom == nil)
        }
        let keys = QUICInitialKeys.both(.one(draft: nil), [9, 9, 9, 9, 9, 9, 9, 9])
        fed.take(
            parser, .toClient,
            QUICSealer.initial(QUICSealer.crypto(server, at: 0), keys.server, destination: []))
        #expect(fed.transactions.count == 1)
    }

    @Test func clientAloneIsReportedAtTheEnd() {
        let keys = QUICInitialKeys.both(.one(draft: nil), destination)
        let fed = Fed()
        let parser = QUICParser(AppLayerConfiguration())
        fed.take(
            parser, .toServer,
            QUICSealer.initial(QUICSealer.crypto(client, at: 0), keys.client, destination: destination))
        #expect(fed.transactions.isEmpty)
        fed.finish(parser)
        #expect(fed.transactions.first?.fields.text(at: "sni") == "example.com")
    }

    @Test func programOfTheClient() {
        let parameters: [UInt8] = [1, 1, 9, 0x71, 0x29, 4] + Array("Name".utf8)
        for (data, agent, isBad) in [(parameters, "Name", false), (Array(parameters.dropLast()), nil, true)]
            as [([UInt8], String?, Bool)]
        {
            let hello = ClientHello(
                TLSBytes.clientHello([0x1301], TLSBytes.extended(57, data))[...], isDatagram: false)
            #expect(hello?.userAgent.map { String(decoding: $0, as: UTF8.self) } == agent)
            #expect(hello?.isMalformed == isBad)
        }
    }

    @Test func whatIsNotInitialIsEncrypted() {
        let parser = QUICParser(AppLayerConfiguration())
        let fed = Fed()
        for (bytes, from) in [
            (handshake, 0), (short, 0), ([0xc0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], nil),
            ([0xc0, 9, 9, 9, 9, 0, 0, 1], 0),
        ] as [([UInt8], Int?)] {
            fed.take(parser, .toServer, bytes)
            #expect(fed.output.encryptedFrom == from)
        }
        #expect(fed.odd == AnomalySet())
        fed.take(parser, .toServer, [0xc0, 0, 0, 0, 1, 30])
        #expect(fed.odd.contains(.handshakeMalformed))
        fed.take(parser, .toServer, [])
    }

    @Test(
        arguments: [
            [0x08, 1], [6, 0], [6, 0, 9, 1], [2, 0, 0], [6, 0xc0, 0, 0, 1, 0, 0, 0, 0, 1, 1],
            [3, 0, 0, 0, 0, 0],
            [2, 0, 0, 0x3f, 0],
        ] as [[UInt8]])
    func framesThatBreakTheRules(_ frames: [UInt8]) {
        let keys = QUICInitialKeys.both(.one(draft: nil), destination)
        let fed = Fed()
        // Padding goes in front, so that the frame is the last.
        let text = [UInt8](repeating: 0, count: 40) + frames
        fed.take(
            QUICParser(AppLayerConfiguration()), .toServer,
            QUICSealer.initial(text, keys.client, destination: destination))
        #expect(fed.odd.contains(.handshakeMalformed))
    }

    @Test func attemptsAreLimited() {
        let fed = Fed()
        let parser = QUICParser(AppLayerConfiguration())
        for index in 0..<9 as Range<UInt8> {
            let wrong = QUICInitialKeys.both(.one(draft: nil), [index])
            fed.take(
                parser, .toServer, QUICSealer.initial([1], wrong.client, destination: [index, 1]))
        }
        let keys = QUICInitialKeys.both(.one(draft: nil), destination)
        fed.take(
            parser, .toServer,
            QUICSealer.initial(QUICSealer.crypto(client, at: 0), keys.client, destination: destination))
        fed.finish(parser)
        #expect(fed.transactions.isEmpty)
        #expect(fed.odd.contains(.handshakeMalformed))
    }

    @Test func hellosAreLimited() {
        var configuration = AppLayerConfiguration()
        configuration.largestHeader = 100
        let keys = QUICInitialKeys.both(.one(draft: nil), destination)
        let fed = Fed(configuration)
        let parser = QUICParser(configuration)
        fed.take(
            parser, .toServer,
            QUICSealer.initial(QUICSealer.crypto(client, at: 0), keys.client, destination: destination))
        #expect(fed.odd.contains(.handshakeMalformed))
        fed.finish(parser)
        #expect(fed.transactions.isEmpty)
    }

    @Test func garbageDoesNoHarm() {
        let keys = QUICInitialKeys.both(.one(draft: nil), destination)
        var random = SeededGenerator(seed: 21)
        for _ in 0..<300 {
            let fed = Fed()
            let parser = QUICParser(AppLayerConfiguration())
            var frames = QUICSealer.crypto(client, at: 0) + [2, 0, 0, 0, 0]
            frames[Int.random(in: 0..<frames.count, using: &random)] = UInt8.random(
                in: 0...255, using: &random)
            fed.take(parser, .toServer, QUICSealer.initial(frames, keys.client, destination: destination))
            var bytes =
                QUICSealer.initial(QUICSealer.crypto(server, at: 0), keys.server, destination: []) + handshake
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            fed.take(parser, .toClient, Array(bytes.prefix(Int.random(in: 1...bytes.count, using: &random))))
            if let from = fed.output.encryptedFrom { #expect((0..<bytes.count).contains(from)) }
            fed.finish(parser)
            #expect(fed.transactions.count <= 1)
        }
    }
}
