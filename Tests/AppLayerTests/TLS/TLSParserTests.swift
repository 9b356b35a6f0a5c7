import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite struct TLSParserTests {
    /// Where each direction turns encrypted, by feeding a conversation in pieces.
    private func run(
        _ turns: [(Direction, [UInt8])], pieces: Int,
        _ configuration: AppLayerConfiguration = AppLayerConfiguration()
    ) -> (fed: Fed, encrypted: [Direction: Int]) {
        let fed = Fed(configuration)
        let parser = TLSParser(configuration)
        var encrypted: [Direction: Int] = [:]
        var positions: [Direction: Int] = [:]
        for (direction, bytes) in turns {
            for start in stride(from: 0, to: bytes.count, by: min(pieces, 1 << 20)) {
                let piece = Array(bytes[start..<min(start + min(pieces, 1 << 20), bytes.count)])
                let taken = fed.take(parser, direction, piece)
                #expect(taken == piece.count)
                let position = positions[direction, default: 0]
                if let from = fed.output.encryptedFrom {
                    if encrypted[direction] == nil {
                        encrypted[direction] = position + from
                    } else {
                        #expect(from == 0)
                    }
                }
                positions[direction] = position + piece.count
            }
        }
        fed.finish(parser)
        return (fed, encrypted)
    }

    private let change = TLSBytes.record(20, [1])
    private let sealed = TLSBytes.record(22, [UInt8](repeating: 0xee, count: 40))
    private let data = TLSBytes.record(23, [UInt8](repeating: 0xdd, count: 100))

    private func hellos(
        _ chain: [[UInt8]] = [TLSBytes.certificate(names: [(0x82, Array("a.example".utf8))])],
        size: Int = 1 << 14
    ) -> (client: [UInt8], server: [UInt8]) {
        let server =
            TLSBytes.message(2, TLSBytes.serverHello(0xc02f, TLSBytes.protocols(["h2"])))
            + TLSBytes.message(11, TLSBytes.certificates(chain)) + TLSBytes.message(14, [])
        return (
            TLSBytes.records(TLSBytes.message(1, TLSBytes.browserHello()), size: size),
            TLSBytes.records(server, size: size)
        )
    }

    @Test(arguments: [Int.max, 1, 7], [1 << 14, 3, 100])
    func handshakeOfTLS12(_ pieces: Int, _ size: Int) throws {
        let (client, server) = hellos(size: size)
        let exchange = TLSBytes.records(TLSBytes.message(16, [1, 2, 3]))
        let (fed, encrypted) = run(
            [
                (.toServer, client), (.toClient, server), (.toServer, exchange + change + sealed),
                (.toClient, change + sealed), (.toServer, data), (.toClient, data),
            ], pieces: pieces)
        #expect(fed.odd == AnomalySet())
        #expect(encrypted == [.toServer: client.count + exchange.count + 6, .toClient: server.count + 6])
        #expect(fed.transactions.count == 1)
        let event = try #require(fed.transactions.first)
        #expect(event.application == .tls)
        #expect(event.direction == .toServer)
        #expect(event.number == 0)
        let fields = event.fields
        #expect(fields.text(at: "sni") == "example.com")
        #expect(fields.text(at: "version") == "TLS 1.2")
        #expect(fields.text(at: "subject") == "C=VN, CN=server")
        #expect(fields.text(at: "issuerdn") == "C=VN, CN=authority")
        #expect(fields.text(at: "serial") == "00:AB:12")
        #expect(fields.text(at: "notbefore") == "2020-01-01T00:00:00")
        #expect(fields.text(at: "notafter") == "2051-02-03T04:05:06")
        #expect(fields.text(at: "subjectaltname") == "a.example")
        #expect(fields.text(at: "ja4") == "t13d1516h2_8daaf6152771_e5627efa2ab1")
        #expect(fields.text(at: "ja3.hash")?.count == 32)
        #expect(fields.text(at: "ja3s.string") == "771,49199,16")
        #expect(fields.text(at: "client_alpns") == "h2|http/1.1")
        #expect(fields.text(at: "server_alpns") == "h2")
        #expect(fields.text(at: "session_resumed") == nil)
        #expect(fields.text(at: "fingerprint")?.count == 59)
        #expect(fields.text(at: "certificates")?.contains("sha256=") == true)
        #expect(Set(fields.map(\.name)).count == fields.count)
    }

    @Test(arguments: [Int.max, 1, 7])
    func handshakeOfTLS13(_ pieces: Int) throws {
        let (client, _) = hellos()
        let server = TLSBytes.records(
            TLSBytes.message(
                2, TLSBytes.serverHello(0x1301, TLSBytes.extended(43, [3, 4]), session: [1, 2, 3])))
        let (fed, encrypted) = run(
            [(.toServer, client), (.toClient, server + change + data), (.toServer, change + data + data)],
            pieces: pieces)
        #expect(encrypted == [.toServer: client.count + 6, .toClient: server.count + 6])
        #expect(fed.transactions.count == 1)
        #expect(fed.transactions.first?.fields.text(at: "version") == "TLS 1.3")
        #expect(fed.transactions.first?.fields.text(at: "session_resumed") == nil)
        #expect(fed.odd == AnomalySet())
    }

    @Test(arguments: [Int.max, 1, 7])
    func secondHelloAfterARetryIsInTheClear(_ pieces: Int) throws {
        let retry: [UInt8] = [
            0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8, 0x91,
            0xc2, 0xa2, 0x11, 0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c,
        ]
        let chosen = TLSBytes.extended(43, [3, 4])
        let first = TLSBytes.records(TLSBytes.message(1, TLSBytes.browserHello("first.example")))
        let second = TLSBytes.records(TLSBytes.message(1, TLSBytes.browserHello("second.example")))
        let request = TLSBytes.records(
            TLSBytes.message(2, TLSBytes.serverHello(0x1301, chosen, random: retry)))
        let answer = TLSBytes.records(TLSBytes.message(2, TLSBytes.serverHello(0x1302, chosen)))
        let (fed, encrypted) = run(
            [
                (.toServer, first), (.toClient, request + change), (.toServer, change + second),
                (.toClient, answer + data), (.toServer, data),
            ], pieces: pieces)
        #expect(encrypted[.toServer] == first.count + 6 + second.count)
        #expect(encrypted[.toClient] == request.count + 6 + answer.count)
        #expect(fed.transactions.first?.fields.text(at: "sni") == "second.example")
        #expect(fed.transactions.first?.fields.text(at: "ja3s.string") == "771,4866,43")
    }

    @Test func resumedSessionIsNamed() {
        let client = TLSBytes.records(TLSBytes.message(1, TLSBytes.clientHello([47], session: [5, 5])))
        let cases: [([UInt8], String?)] = [([5, 5], "true"), ([5, 6], nil)]
        for (session, expected) in cases {
            let server = TLSBytes.records(TLSBytes.message(2, TLSBytes.serverHello(47, session: session)))
            let (fed, _) = run([(.toServer, client), (.toClient, server + change + sealed)], pieces: .max)
            #expect(fed.transactions.first?.fields.text(at: "session_resumed") == expected)
        }
    }

    @Test(arguments: [Int.max, 1, 7])
    func helloOfSSL2(_ pieces: Int) {
        let body: [UInt8] = [1, 3, 1, 0, 3, 0, 0, 0, 16, 7, 0, 0xc0] + [UInt8](repeating: 1, count: 16)
        let client = TLSBytes.number(0x8000 | body.count, 2) + body
        let (_, server) = hellos()
        let (fed, encrypted) = run(
            [(.toServer, client), (.toClient, server + change + sealed), (.toServer, change + sealed)],
            pieces: pieces)
        #expect(fed.transactions.first?.fields.text(at: "version") == "TLS 1.2")
        #expect(fed.transactions.first?.fields.text(at: "ja3.hash") == nil)
        #expect(fed.transactions.first?.fields.text(at: "ja4") == "t10i000000_000000000000_000000000000")
        #expect(encrypted[.toServer] == client.count + 6)
        var old = body
        old[1...2] = [0, 2]
        let (pure, after) = run(
            [(.toServer, TLSBytes.number(0x8000 | old.count, 2) + old + [0x80, 9, 2])], pieces: pieces)
        #expect(pure.transactions.first?.fields.text(at: "version") == "SSLv2")
        #expect(after[.toServer] == client.count)
    }

    @Test(arguments: [Int.max, 1, 7])
    func heartbeatThatLies(_ pieces: Int) {
        let (client, _) = hellos()
        let good = TLSBytes.record(24, [1, 0, 2, 9, 9] + [UInt8](repeating: 0, count: 16))
        #expect(run([(.toServer, client + good)], pieces: pieces).fed.odd == AnomalySet())
        let bad = TLSBytes.record(24, [1, 0, 3, 9, 9] + [UInt8](repeating: 0, count: 16))
        #expect(run([(.toServer, client + bad)], pieces: pieces).fed.odd.contains(.handshakeMalformed))
        let short = TLSBytes.record(24, [1, 0x40])
        #expect(run([(.toServer, client + short)], pieces: pieces).fed.odd.contains(.handshakeMalformed))
    }

    @Test func clientsCertificateIsToldApart() {
        let (client, server) = hellos()
        let own = TLSBytes.certificate(subject: TLSBytes.common("somebody"))
        let answer = TLSBytes.records(TLSBytes.message(11, TLSBytes.certificates([own])))
        let (fed, _) = run(
            [(.toServer, client), (.toClient, server), (.toServer, answer + change + sealed)], pieces: .max)
        #expect(fed.transactions.first?.fields.text(at: "subject") == "C=VN, CN=server")
        #expect(fed.transactions.first?.fields.text(at: "client.subject") == "C=VN, CN=somebody")
    }

    @Test(arguments: [Int.max, 1, 7])
    func whatIsCutIsReportedAtTheEnd(_ pieces: Int) {
        let (client, server) = hellos()
        let (fed, encrypted) = run(
            [(.toServer, client), (.toClient, Array(server.prefix(40)))], pieces: pieces)
        #expect(encrypted.isEmpty)
        #expect(fed.transactions.count == 1)
        #expect(fed.transactions.first?.fields.text(at: "version") == "TLS 1.3")
        #expect(run([(.toServer, Array(client.dropLast()))], pieces: pieces).fed.transactions.isEmpty)
    }

    @Test(arguments: [Int.max, 1, 7])
    func limitOfHellos(_ pieces: Int) {
        var configuration = AppLayerConfiguration()
        let (client, server) = hellos()
        configuration.largestHeader = TLSBytes.browserHello().count
        #expect(run([(.toServer, client)], pieces: pieces, configuration).fed.odd == AnomalySet())
        configuration.largestHeader -= 1
        let (fed, _) = run([(.toServer, client), (.toClient, server)], pieces: pieces, configuration)
        #expect(fed.odd.contains(.handshakeMalformed))
        // What follows the message that was too long is still read.
        #expect(fed.transactions.first?.fields.text(at: "sni") == nil)
        #expect(fed.transactions.first?.fields.text(at: "subject") == "C=VN, CN=server")
    }

    @Test func limitOfCertificates() {
        let many = [[UInt8]](repeating: TLSBytes.certificate(padding: 20_000), count: 8)
        let (client, server) = hellos(many)
        let (fed, encrypted) = run(
            [(.toServer, client), (.toClient, server + change + sealed)], pieces: 1000)
        #expect(fed.odd.contains(.handshakeMalformed))
        #expect(fed.transactions.first?.fields.text(at: "subject") == nil)
        #expect(encrypted[.toClient] == server.count + 6)
    }

    @Test(
        arguments: [
            [0x16, 2, 1, 0, 1], [0x16, 3, 1, 0xff, 0xff], [0x47, 0x45, 0x54, 0x20], [0x80, 5, 9, 1, 1],
            [0x80, 0, 1],
        ] as [[UInt8]], [Int.max, 1, 7])
    func recordsThatAreNone(_ bytes: [UInt8], _ pieces: Int) {
        let (fed, encrypted) = run([(.toServer, bytes + hellos().client)], pieces: pieces)
        #expect(fed.odd.contains(.handshakeMalformed))
        #expect(fed.transactions.isEmpty)
        #expect(encrypted.isEmpty)
    }

    @Test func gapWithinAMessageIsPassedOver() {
        let (client, server) = hellos()
        let fed = Fed()
        let parser = TLSParser(AppLayerConfiguration())
        fed.take(parser, .toServer, client.prefix(50))
        fed.gap(parser, .toServer, UInt64(client.count - 50))
        fed.take(parser, .toClient, server)
        fed.take(parser, .toServer, change + sealed)
        #expect(fed.output.encryptedFrom == 6)
        fed.take(parser, .toClient, change + sealed)
        #expect(fed.output.encryptedFrom == 6)
        #expect(fed.transactions.first?.fields.text(at: "sni") == nil)
        #expect(fed.transactions.first?.fields.text(at: "subject") == "C=VN, CN=server")
    }

    @Test func gapAcrossRecordsEndsADirection() {
        let (client, server) = hellos()
        let fed = Fed()
        let parser = TLSParser(AppLayerConfiguration())
        fed.take(parser, .toServer, client)
        fed.take(parser, .toClient, server.prefix(90))
        fed.gap(parser, .toClient, 1 << 40)
        fed.take(parser, .toClient, change + sealed)
        #expect(fed.output.encryptedFrom == nil)
        fed.take(parser, .toServer, change + sealed)
        #expect(fed.output.encryptedFrom == 6)
        // The other direction tells that this one is encrypted too.
        fed.take(parser, .toClient, data)
        #expect(fed.output.encryptedFrom == 0)
        fed.finish(parser)
        #expect(fed.transactions.count == 1)
        #expect(fed.transactions.first?.fields.text(at: "sni") == "example.com")
    }

    @Test func garbageDoesNoHarm() {
        let (client, server) = hellos()
        var random = SeededGenerator(seed: 11)
        for _ in 0..<400 {
            var turns: [(Direction, [UInt8])] = [
                (.toServer, client), (.toClient, server + change + sealed + data),
            ]
            for index in turns.indices {
                for _ in 0..<Int.random(in: 1...8, using: &random) {
                    let place = Int.random(in: 0..<turns[index].1.count, using: &random)
                    turns[index].1[place] = UInt8.random(in: 0...255, using: &random)
                }
            }
            let whole = run(turns, pieces: .max)
            let cut = run(turns, pieces: 7)
            #expect(whole.encrypted == cut.encrypted)
            #expect(whole.fed.odd == cut.fed.odd)
            #expect(whole.fed.transactions.map(\.fields) == cut.fed.transactions.map(\.fields))
        }
    }
}
