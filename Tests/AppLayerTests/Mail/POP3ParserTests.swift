import NetTypes
import Testing

@testable import AppLayer

@Suite struct POP3ParserTests {
    @Test(arguments: MailSamples.pieces) func retrievedMail(_ pieces: Int) {
        let fed = Fed()
        let parser = POP3Parser(AppLayerConfiguration())
        fed.take(parser, .toClient, Array("+OK ready\r\n".utf8), pieces: pieces)
        fed.take(
            parser, .toServer, Array("CAPA\r\nUSER a\r\nPASS secret\r\nLIST\r\nRETR 1\r\nTOP 2 0\r\n".utf8),
            pieces: pieces)
        let replies = "+OK caps\nTOP\n.\n+OK\n+OK\n+OK list\n1 500\n.\n+OK 500 octets\n"
        let rest = "+OK top\nSubject: two\n\n.\n"
        fed.take(
            parser, .toClient,
            MailSamples.bytes(replies + MailSamples.stuffed(MailSamples.mail) + rest), pieces: pieces)
        fed.finish(parser)
        #expect(fed.objects.first?.bytes == MailSamples.bytes(MailSamples.mail))
        #expect(fed.objects[1...3].map(\.text) == MailSamples.parts)
        #expect(fed.objects[4].text == "Subject: two\r\n\r\n")
        #expect(fed.objects.allSatisfy { $0.record.incomplete == nil && $0.record.direction == .toClient })
        #expect(fed.transactions.map { $0["request", "command"] } == [.text("RETR"), .text("TOP")])
        #expect(fed.transactions.first?["request", "args"] == .list([.text("1")]))
        #expect(fed.transactions.last?["/email", "subject"] == .text("two"))
        #expect(!"\(fed.transactions)".contains("secret"))
        #expect(fed.odd == AnomalySet())
    }

    @Test func refusedMailIsNone() {
        let fed = Fed()
        let parser = POP3Parser(AppLayerConfiguration())
        fed.take(parser, .toServer, Array("RETR 1\r\nRETR 2\r\n".utf8))
        fed.take(parser, .toClient, Array("-ERR none\r\n+OK\r\nA: b\r\n\r\nx\r\n.\r\n".utf8))
        #expect(fed.objects.map(\.text) == ["A: b\r\n\r\nx\r\n", "x\r\n"])
    }

    @Test func serverAlone() {
        let fed = Fed()
        let parser = POP3Parser(AppLayerConfiguration())
        fed.take(
            parser, .toClient,
            Array("+OK hi\r\n+OK 2 320\r\n+OK 9 octets\r\nA: b\r\n\r\n.\r\n+OK bye\r\n".utf8))
        fed.finish(parser)
        #expect(fed.objects.first?.text == "A: b\r\n\r\n")
    }

    @Test(arguments: MailSamples.pieces) func startTLS(_ pieces: Int) {
        let fed = Fed()
        let parser = POP3Parser(AppLayerConfiguration())
        fed.take(parser, .toClient, Array("+OK hi\r\n".utf8), pieces: pieces)
        fed.take(parser, .toServer, Array("STLS\r\n".utf8), pieces: pieces)
        #expect(fed.take(parser, .toClient, Array("+OK\r\n".utf8) + [0x16, 3], pieces: pieces) == 5)
        let other = POP3Parser(AppLayerConfiguration())
        fed.take(other, .toServer, Array("STLS\r\n".utf8), pieces: pieces)
        #expect(fed.take(other, .toServer, [0x16, 3]) == 0)
    }

    @Test func authenticationKeepsRepliesInStep() {
        let fed = Fed()
        let parser = POP3Parser(AppLayerConfiguration())
        fed.take(parser, .toServer, Array("AUTH PLAIN\r\nc2VjcmV0\r\nRETR 1\r\n".utf8))
        fed.take(parser, .toClient, Array("+ \r\n+OK in\r\n+OK\r\nA: b\r\n\r\n.\r\n".utf8))
        #expect(fed.objects.first?.text == "A: b\r\n\r\n")
    }

    @Test func gapAndCut() {
        let fed = Fed()
        let parser = POP3Parser(AppLayerConfiguration())
        fed.take(parser, .toServer, Array("RETR 1\r\nRETR 2\r\n".utf8))
        fed.take(parser, .toClient, Array("+OK\r\nA: b\r\n\r\nxx".utf8))
        fed.gap(parser, .toClient, 5)
        fed.take(parser, .toClient, Array("yy\r\n.\r\n+OK\r\nA: c\r\n\r\nz".utf8))
        fed.finish(parser, isClosed: false)
        #expect(fed.objects.map(\.record.incomplete) == [.gap, .gap, .cut, .cut])
        #expect(fed.objects.first?.text == "A: b\r\n\r\nxxyy\r\n")
    }

    @Test func linesHaveALimit() {
        var configuration = AppLayerConfiguration()
        configuration.largestHeader = 100
        let fed = Fed(configuration)
        let parser = POP3Parser(configuration)
        fed.take(parser, .toClient, [UInt8](repeating: 0x61, count: 200) + [0x0A], pieces: 7)
        #expect(fed.odd.contains(.mailLimit))
    }
}
