import NetTypes
import Testing

@testable import AppLayer

@Suite struct SMTPParserTests {
    private static let envelope = """
        EHLO client.test
        MAIL FROM:<lan@example.test> SIZE=10
        RCPT TO:<a@example.test>
        RCPT TO:<"x y"@example.test> NOTIFY=NEVER
        DATA

        """

    private static func client(_ mail: String = MailSamples.mail) -> [UInt8] {
        MailSamples.bytes(envelope + MailSamples.stuffed(mail) + "QUIT\n")
    }

    @Test(arguments: MailSamples.pieces) func mailFromTheClientAlone(_ pieces: Int) {
        let fed = Fed()
        let parser = SMTPParser(AppLayerConfiguration())
        let bytes = Self.client()
        #expect(fed.take(parser, .toServer, bytes, pieces: pieces) == bytes.count)
        fed.finish(parser)
        #expect(fed.objects.map(\.record.object.kind) == [.mail, .mimePart, .mimePart, .mimePart])
        #expect(fed.objects.first?.bytes == MailSamples.bytes(MailSamples.mail))
        #expect(fed.objects.dropFirst().map(\.text) == MailSamples.parts)
        #expect(fed.objects.map(\.record.object.name) == ["", "", "tést.bin", ""])
        #expect(fed.objects.allSatisfy { $0.record.incomplete == nil && $0.record.application == .smtp })
        #expect(fed.objects.dropFirst().allSatisfy { $0.record.parent == fed.objects.first?.record.number })
        #expect(fed.objects.allSatisfy { $0.record.firstFrame == fed.objects[0].record.firstFrame })
        #expect(fed.odd == AnomalySet())
    }

    @Test(arguments: MailSamples.pieces) func eventHasEnvelopeAndHeaders(_ pieces: Int) {
        let fed = Fed()
        let parser = SMTPParser(AppLayerConfiguration())
        fed.take(parser, .toServer, Self.client(), pieces: pieces)
        fed.finish(parser)
        #expect(fed.transactions.count == 1)
        guard let event = fed.transactions.first else { return }
        #expect(event["helo"] == .text("client.test"))
        #expect(event["mail_from"] == .text("<lan@example.test>"))
        #expect(event["rcpt_to"] == .list([.text("<a@example.test>"), .text("<\"x y\"@example.test>")]))
        #expect(event["/email", "status"] == .text("PARSE_DONE"))
        #expect(event["/email", "from"] == .text("\"Lan, Nguyen\" <lan@example.test>"))
        #expect(
            event["/email", "to"] == .list([.text("a@example.test"), .text("\"B, C\" <b@example.test>")]))
        #expect(event["/email", "cc"] == .list([.text("c@example.test")]))
        #expect(event["/email", "subject"] == .text("Báo cáo"))
        #expect(event["/email", "message_id"] == .text("<1@example.test>"))
        #expect(event["/email", "x_mailer"] == .text("hand"))
        #expect(event["/email", "attachment"] == .list([.text("tést.bin")]))
    }

    @Test(arguments: MailSamples.pieces) func chunksMakeOneMail(_ pieces: Int) {
        let fed = Fed()
        let parser = SMTPParser(AppLayerConfiguration())
        let text = "EHLO c\r\nMAIL FROM:<>\r\nBDAT 10\r\nSubject: x\r\nBDAT 8 LAST\r\n\r\n\r\n.\r\nyNOOP\r\n"
        fed.take(parser, .toServer, Array(text.utf8), pieces: pieces)
        fed.take(parser, .toServer, Array("MAIL FROM:<b>\r\nBDAT 0 LAST\r\n".utf8), pieces: pieces)
        fed.finish(parser)
        #expect(fed.objects.first?.text == "Subject: x\r\n\r\n.\r\ny")
        #expect(fed.objects.map(\.record.object.kind) == [.mail, .mimePart])
        #expect(fed.transactions.count == 2)
    }

    @Test func refusedDataBringsNoMail() {
        let fed = Fed()
        let parser = SMTPParser(AppLayerConfiguration())
        fed.take(parser, .toClient, Array("220 hi\r\n".utf8))
        fed.take(parser, .toServer, Array("HELO c\r\nMAIL FROM:<a>\r\nDATA\r\n".utf8))
        fed.take(parser, .toClient, Array("250 a\r\n250-b\r\n250 b\r\n554 no\r\n".utf8))
        fed.take(parser, .toServer, Array("MAIL FROM:<second>\r\nQUIT\r\n".utf8))
        fed.finish(parser)
        #expect(fed.objects.isEmpty)
        #expect(fed.transactions.map { $0["mail_from"] } == [.text("<a>"), .text("<second>")])
    }

    @Test(arguments: MailSamples.pieces) func startTLSGivesTheRestAway(_ pieces: Int) {
        let fed = Fed()
        let parser = SMTPParser(AppLayerConfiguration())
        fed.take(parser, .toClient, Array("220 hi\r\n".utf8), pieces: pieces)
        fed.take(parser, .toServer, Array("EHLO c\r\nSTARTTLS\r\n".utf8), pieces: pieces)
        let answer = Array("250 ok\r\n220 go\r\n".utf8)
        #expect(fed.take(parser, .toClient, answer + [0x16, 3, 3], pieces: pieces) == answer.count)
        #expect(fed.take(parser, .toServer, [0x16, 3, 1]) == 0)
        #expect(fed.transactions.map { $0["helo"] } == [.text("c")])
    }

    @Test(arguments: MailSamples.pieces) func startTLSFromTheClientAlone(_ pieces: Int) {
        let fed = Fed()
        let parser = SMTPParser(AppLayerConfiguration())
        let text = Array("STARTTLS\r\n".utf8)
        #expect(fed.take(parser, .toServer, text + [0x16, 3, 1], pieces: pieces) == text.count)
    }

    @Test func refusedStartTLSGoesOn() {
        let fed = Fed()
        let parser = SMTPParser(AppLayerConfiguration())
        fed.take(parser, .toServer, Array("STARTTLS\r\n".utf8))
        fed.take(parser, .toClient, Array("220 hi\r\n".utf8))
        #expect(fed.take(parser, .toServer, Array("NOOP\r\n".utf8)) == 0)
        let other = SMTPParser(AppLayerConfiguration())
        fed.take(other, .toClient, Array("220 hi\r\n".utf8))
        fed.take(other, .toServer, Array("STARTTLS\r\n".utf8))
        fed.take(other, .toClient, Array("454 no\r\n".utf8))
        #expect(fed.take(other, .toServer, Array("NOOP\r\n".utf8)) == 6)
    }

    @Test func credentialsAreNotShown() {
        let fed = Fed()
        let parser = SMTPParser(AppLayerConfiguration())
        let text = "EHLO c\r\nAUTH PLAIN c2VjcmV0\r\nAUTH LOGIN\r\nc2VjcmV0\r\nMAIL FROM:<a>\r\nQUIT\r\n"
        fed.take(parser, .toServer, Array(text.utf8))
        fed.finish(parser)
        #expect(!"\(fed.transactions)".contains("c2VjcmV0"))
        #expect(fed.transactions.count == 1)
    }

    @Test func authenticationKeepsRepliesInStep() {
        let fed = Fed()
        let parser = SMTPParser(AppLayerConfiguration())
        fed.take(parser, .toClient, Array("220 hi\r\n".utf8))
        fed.take(parser, .toServer, Array("AUTH LOGIN\r\n".utf8))
        fed.take(parser, .toClient, Array("334 VXNlcg==\r\n".utf8))
        fed.take(parser, .toServer, Array("bGFu\r\n".utf8))
        fed.take(parser, .toClient, Array("235 ok\r\n".utf8))
        fed.take(parser, .toServer, Array("DATA\r\n".utf8))
        fed.take(parser, .toClient, Array("503 no\r\n".utf8))
        fed.take(parser, .toServer, Array("MAIL FROM:<a>\r\n".utf8))
        fed.finish(parser)
        #expect(fed.objects.isEmpty)
        #expect(fed.transactions.count == 1)
    }

    @Test func gapInMailMakesItAndOnlyTheTouchedPartIncomplete() {
        let fed = Fed()
        let parser = SMTPParser(AppLayerConfiguration())
        let bytes = Self.client()
        let at = MailSamples.bytes(Self.envelope).count + 420
        fed.take(parser, .toServer, bytes[..<at])
        fed.gap(parser, .toServer, 3)
        fed.take(parser, .toServer, bytes[(at + 3)...])
        fed.finish(parser)
        #expect(fed.objects.first?.record.incomplete == .gap)
        let incomplete = fed.objects.filter { $0.record.incomplete == .gap }
        #expect(incomplete.count >= 1 && incomplete.count < fed.objects.count)
    }

    @Test func replyEndsMailWhoseEndWasLost() {
        let fed = Fed()
        let parser = SMTPParser(AppLayerConfiguration())
        fed.take(parser, .toServer, Array("DATA\r\nA: b\r\n\r\nbody".utf8))
        fed.take(parser, .toClient, Array("354 go\r\n".utf8))
        fed.gap(parser, .toServer, 7)
        fed.take(parser, .toClient, Array("250 done\r\n".utf8))
        fed.take(parser, .toServer, Array("MAIL FROM:<next>\r\n".utf8))
        fed.finish(parser)
        #expect(fed.objects.map(\.record.incomplete) == [.gap, .gap])
        #expect(fed.transactions.last?["mail_from"] == .text("<next>"))
    }

    @Test func gapBeyondAChunk() {
        let fed = Fed()
        let parser = SMTPParser(AppLayerConfiguration())
        fed.take(parser, .toServer, Array("BDAT 100 LAST\r\nA: b\r\n".utf8))
        fed.gap(parser, .toServer, 96)
        fed.take(parser, .toServer, Array("half\r\nMAIL FROM:<next>\r\n".utf8))
        fed.finish(parser)
        #expect(fed.objects.first?.record.incomplete == .gap)
        #expect(fed.transactions.last?["mail_from"] == .text("<next>"))
    }

    @Test func lostRepliesAreCaughtUpWith() {
        let fed = Fed()
        let parser = SMTPParser(AppLayerConfiguration())
        fed.take(parser, .toClient, Array("220 hi\r\n".utf8))
        fed.take(parser, .toServer, Array("HELO c\r\nMAIL FROM:<a>\r\nDATA\r\n".utf8))
        fed.take(parser, .toClient, Array("354 go\r\n550 late\r\n".utf8))
        fed.take(parser, .toServer, Array("A: b\r\n\r\nx\r\n.\r\n".utf8))
        #expect(fed.objects.map(\.record.incomplete) == [nil, nil])
    }

    @Test func brokenRepliesAndChunksAreMalformed() {
        let fed = Fed()
        fed.take(SMTPParser(AppLayerConfiguration()), .toClient, Array("what is this\r\n".utf8))
        #expect(fed.odd.contains(.mailMalformed))
        let other = Fed()
        other.take(SMTPParser(AppLayerConfiguration()), .toServer, Array("BDAT -5 LAST\r\n".utf8))
        #expect(other.odd.contains(.mailMalformed))
    }

    @Test func cutMail() {
        let fed = Fed()
        let parser = SMTPParser(AppLayerConfiguration())
        fed.take(parser, .toServer, Array("DATA\r\nA: b\r\n\r\nbody".utf8))
        fed.finish(parser, isClosed: false)
        #expect(fed.objects.map(\.record.incomplete) == [.cut, .cut])
        #expect(fed.transactions.first?["/email", "status"] == .text("BODY_STARTED"))
    }

    @Test func loneDotBehindBareLineFeedDoesNotEndAMail() {
        let fed = Fed()
        let parser = SMTPParser(AppLayerConfiguration())
        let text = "DATA\r\nA: b\r\n\r\none\n.\r\nMAIL FROM:<smuggled>\r\n.\r\n"
        fed.take(parser, .toServer, Array(text.utf8), pieces: 1)
        fed.finish(parser)
        #expect(fed.objects.count == 2)
        #expect(fed.objects.first?.record.incomplete == nil)
        #expect(fed.odd.contains(.mailMalformed))
        #expect(fed.transactions.count == 1)
    }

    @Test func textOfBareLineFeedsEnds() {
        let fed = Fed()
        let parser = SMTPParser(AppLayerConfiguration())
        fed.take(parser, .toServer, Array("DATA\nA: b\n\none\n.\nQUIT\n".utf8), pieces: 1)
        #expect(fed.objects.first?.text == "A: b\n\none\n")
    }

    @Test func recipientsAndLinesHaveLimits() {
        var configuration = AppLayerConfiguration()
        configuration.largestHeader = 100
        let fed = Fed(configuration)
        let parser = SMTPParser(configuration)
        for index in 0..<20 { fed.take(parser, .toServer, Array("RCPT TO:<r\(index)@b>\r\n".utf8)) }
        #expect(fed.odd.contains(.mailLimit))
        fed.finish(parser)
        guard case .list(let list)? = fed.transactions.first?["rcpt_to"] else { return #expect(Bool(false)) }
        #expect(list.count > 5 && list.count < 20)

        let long = Fed(configuration)
        long.take(
            SMTPParser(configuration), .toServer, [UInt8](repeating: 0x61, count: 101) + [0x0A], pieces: 7)
        #expect(long.odd.contains(.mailLimit))
    }

    @Test func unansweredCommandsHaveALimit() {
        var configuration = AppLayerConfiguration()
        configuration.mostPending = 4
        let fed = Fed(configuration)
        let parser = SMTPParser(configuration)
        fed.take(parser, .toClient, Array("220 hi\r\n".utf8))
        for _ in 0..<6 { fed.take(parser, .toServer, Array("NOOP\r\n".utf8)) }
        #expect(fed.odd.contains(.mailLimit))
        #expect(parser.pending.count <= 4)
    }
}
