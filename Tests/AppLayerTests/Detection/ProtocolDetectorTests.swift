import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite("Telling protocols") struct ProtocolDetectorTests {
    private static func decide(_ client: [UInt8], _ server: [UInt8], _ port: UInt16, isFull: Bool = false)
        -> ProtocolDetector.Verdict
    {
        ProtocolDetector.decide(client: client.span, server: server.span, port: port, isFull: isFull)
    }

    private static func decide(
        _ client: String, _ server: String = "", _ port: UInt16 = 9999, isFull: Bool = false
    )
        -> ProtocolDetector.Verdict
    {
        decide(Array(client.utf8), Array(server.utf8), port, isFull: isFull)
    }

    @Test(
        "First bytes of either side tell a protocol on any port",
        arguments: [
            ("GET / HTTP/1.1\r\n", "", ApplicationProtocol.http), ("", "HTTP/1.1 200 OK\r\n", .http),
            ("BREW /pot HTTP/1.1\r\n", "", .http), ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "", .http2),
            ("SSH-2.0-client\r\n", "", .ssh), ("", "SSH-2.0-server\r\n", .ssh),
            ("EHLO a.example\r\n", "", .smtp),
            ("", "220 mx.example ESMTP ready\r\n", .smtp), ("", "220 files FTP server\r\n", .ftp),
            ("", "* OK IMAP4rev1\r\n", .imap), ("a1 LOGIN x y\r\n", "", .imap), ("", "+OK ready\r\n", .pop3),
            ("PASV\r\n", "", .ftp), ("ehlo a.example\r\n", "", .smtp), ("CAPA\r\n", "", .pop3),
        ])
    func texts(client: String, server: String, application: ApplicationProtocol) {
        #expect(Self.decide(client, server) == .known(application))
    }

    @Test("Binary framing is told as well")
    func binary() {
        let hello: [UInt8] = [0x16, 3, 1, 0, 100, 1, 0, 0, 96]
        #expect(Self.decide(hello, [], 4444) == .known(.tls))
        #expect(Self.decide([], [0x16, 3, 3, 0, 100, 2, 0], 4444) == .known(.tls))
        #expect(Self.decide([0x80, 0x2e, 1, 3, 1, 0, 15], [], 4444) == .known(.tls))
        #expect(Self.decide([0, 0, 0, 0x55, 0xfe, 0x53, 0x4d, 0x42], [], 4444) == .known(.smb))
        #expect(Self.decide([0, 0, 0, 0x55, 0xff, 0x53, 0x4d, 0x42], [], 4444) == .known(.smb))
        let call: [UInt8] = [0x80, 0, 0, 60, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1, 0x86, 0xa3]
        #expect(Self.decide(call, [], 4444) == .known(.nfs))
        let query: [UInt8] = [0, 30, 0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 3]
        #expect(Self.decide(query, [], 53) == .known(.dns))
        #expect(Self.decide(query, [], 54, isFull: true) == .unknown)
    }

    @Test("A port that lies is not believed")
    func lyingPorts() {
        #expect(Self.decide("\u{1}\u{2}\u{3}", "\u{4}\u{5}", 80, isFull: true) == .unknown)
        #expect(Self.decide("GET / HTTP/1.1\r\n", "", 25) == .known(.http))
        #expect(Self.decide("SSH-2.0-x\r\n", "", 443) == .known(.ssh))
    }

    @Test("A greeting that two protocols share is decided by the client, or by the port")
    func sharedGreetings() {
        #expect(Self.decide("", "220 ready\r\n", 21) == .known(.ftp))
        #expect(Self.decide("", "220 ready\r\n", 587) == .known(.smtp))
        #expect(Self.decide("", "220 ready\r\n", 9999) == .undecided)
        #expect(Self.decide("EHLO a\r\n", "220 ready\r\n", 9999) == .known(.smtp))
        #expect(Self.decide("USER a\r\n", "220 ready\r\n", 9999) == .known(.ftp))
        #expect(Self.decide("USER a\r\n", "+OK\r\n", 9999) == .known(.pop3))
    }

    @Test("More bytes never turn a verdict into another")
    func verdictsAreFirm() {
        var generator = SeededGenerator(seed: 7)
        let openings = [
            "GET /x HTTP/1.1\r\nHost: a\r\n\r\n", "EHLO a\r\nMAIL FROM:<a@b>\r\n",
            "220 mail ESMTP\r\n250 OK\r\n",
            "USER a\r\nPASS b\r\n", "a1 CAPABILITY\r\n", "SSH-2.0-x\r\n", "* OK\r\n", "+OK\r\n",
            "220-x\r\n220 y FTP\r\n",
            "\u{16}\u{3}\u{1}\u{0}\u{10}\u{1}\u{0}", "\u{0}\u{0}\u{0}\u{20}SMBx", "OPTIONS * RTSP/1.0\r\n",
        ].map { Array($0.utf8) }
        for _ in 0..<2000 {
            var bytes = openings[Int.random(in: 0..<openings.count, using: &generator)]
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
            var firm: Guess?
            for length in 0...bytes.count {
                let prefix = Array(bytes[..<length])
                for guess in [Signature.client(prefix.span)] {
                    if let firm { #expect(guess == firm, "\(bytes) at \(length)") }
                    if guess != .unsure { firm = guess }
                }
            }
            firm = nil
            for length in 0...bytes.count {
                let guess = Signature.server(Array(bytes[..<length]).span)
                if let firm { #expect(guess == firm, "\(bytes) at \(length)") }
                if guess != .unsure { firm = guess }
            }
        }
    }
}
