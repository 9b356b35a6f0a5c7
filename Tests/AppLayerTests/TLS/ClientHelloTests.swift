import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite struct ClientHelloTests {
    private func hash(_ text: String?) -> String {
        Digest.of(Array((text ?? "").utf8).span, .md5).hexadecimal
    }

    @Test func fingerprintsThatArePublished() throws {
        let hello = try #require(ClientHello(TLSBytes.browserHello()[...], isDatagram: false))
        #expect(hello.ja4("t") == "t13d1516h2_8daaf6152771_e5627efa2ab1")
        #expect(!hello.isMalformed)
        let old = TLSBytes.clientHello(
            version: 769, [47, 53, 5, 10, 49161, 49162, 49171, 49172, 50, 56, 19, 4],
            TLSBytes.serverName("a") + TLSBytes.extended(10, TLSBytes.vector(TLSBytes.list([23, 24, 25]), 2))
                + TLSBytes.extended(11, [1, 0]))
        let first = try #require(ClientHello(old[...], isDatagram: false))
        #expect(first.ja3 == "769,47-53-5-10-49161-49162-49171-49172-50-56-19-4,0-10-11,23-24-25,0")
        #expect(hash(first.ja3) == "ada70206e40642a3e4461f35503241d5")
        let bare = TLSBytes.clientHello(version: 769, [4, 5, 10, 9, 100, 98, 3, 6, 19, 18, 99])
        let second = try #require(ClientHello(bare[...], isDatagram: false))
        #expect(hash(second.ja3) == "de350869b8c85de67a350c8d186f11e6")
        #expect(second.ja4("t").hasPrefix("t10i110000_"))
        #expect(second.ja4("t").hasSuffix("_000000000000"))
        let types: [UInt16] = [65281, 0, 11, 35, 5, 16]
        let chosen = TLSBytes.serverHello(version: 769, 47, types.flatMap { TLSBytes.extended($0, [0, 0]) })
        #expect(ServerHello(chosen[...])?.ja3s == "769,47,65281-0-11-35-5-16")
    }

    @Test func fingerprintsAreFreeOfGREASE() throws {
        let hello = try #require(ClientHello(TLSBytes.browserHello()[...], isDatagram: false))
        #expect(
            hello.ja3 == "771,4865-4866-4867-49195-49199-49196-49200-52393-52392-49171-49172-156-157-47-53,"
                + "0-23-65281-10-11-35-16-5-13-18-51-45-43-27-17513-21,29-23-24,0")
        #expect(HandshakeVersion.isGREASE(0xfafa))
        #expect(!HandshakeVersion.isGREASE(0x0a1a))
        #expect(!HandshakeVersion.isGREASE(0x1301))
    }

    @Test(arguments: [
        ("h2", "h2"), ("h", "hh"), ("http/1.1", "h1"), ("\u{1}b", "02"), ("a-", "6d"), ("", "00"),
    ])
    func endsOfTheProtocolsName(_ name: String, _ ends: String) throws {
        let hello = try #require(ClientHello(TLSBytes.browserHello(alpn: [name])[...], isDatagram: false))
        #expect(hello.ja4("q").hasPrefix("q13d1516\(ends)_"))
    }

    @Test func versionsOfDatagramsCountDown() throws {
        let body = TLSBytes.clientHello(
            version: 0xfefd, [0x1301],
            TLSBytes.extended(43, TLSBytes.vector(TLSBytes.list([0xfefd, 0xfefc]), 1)), cookie: [])
        let hello = try #require(ClientHello(body[...], isDatagram: true))
        #expect(hello.newestVersion.name == "DTLS 1.3")
        #expect(hello.ja4("d").hasPrefix("dd3i010100_"))
    }

    @Test(
        arguments: [
            (0x0002, "SSLv2"), (0x0300, "SSLv3"), (0x0301, "TLSv1"), (0x0302, "TLS 1.1"), (0x0303, "TLS 1.2"),
            (0x0304, "TLS 1.3"), (0xfefd, "DTLS 1.2"), (0x7f1c, "TLS 1.3 draft-28"), (0x0405, "0x0405"),
        ] as [(UInt16, String)])
    func versionsHaveTheNamesOfTheEventLog(_ number: UInt16, _ name: String) {
        #expect(HandshakeVersion(rawValue: number).name == name)
    }

    @Test func everyCutIsNoticed() {
        let body = TLSBytes.browserHello()
        for length in 0..<body.count {
            let hello = ClientHello(body.prefix(length), isDatagram: false)
            // Without any extensions a hello is whole: that is how it was before there were any.
            let end = 2 + 32 + 4 + 2 + 32 + 2
            #expect(hello == nil || hello?.isMalformed == true || length == end, "\(length)")
        }
    }

    @Test func brokenExtensionsAreNoticed() {
        for data in [
            TLSBytes.extended(0, [0, 9, 0]), TLSBytes.extended(10, [0, 3, 0, 1, 2]),
            TLSBytes.extended(43, [3, 3]),
            TLSBytes.extended(11, [4, 0]), TLSBytes.extended(16, [0, 3, 9, 1, 1]), [0, 1, 0],
            TLSBytes.extended(13, [9, 9]),
        ] {
            let body = TLSBytes.clientHello([47], data)
            #expect(ClientHello(body[...], isDatagram: false)?.isMalformed == true, "\(data)")
        }
    }

    @Test func protocolsAreLimited() throws {
        let names = (0..<100).map { "p\($0)" }
        let hello = try #require(ClientHello(TLSBytes.browserHello(alpn: names)[...], isDatagram: false))
        #expect(hello.protocols.count == ClientHello.mostNames)
        #expect(hello.isMalformed)
    }

    @Test func countsEndAtNinetyNine() throws {
        let body = TLSBytes.clientHello((1...150).map { UInt16($0) }, [])
        let hello = try #require(ClientHello(body[...], isDatagram: false))
        #expect(hello.ja4("t").hasPrefix("t12i990000_"))
    }
}
