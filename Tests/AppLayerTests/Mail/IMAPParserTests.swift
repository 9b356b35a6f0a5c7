import NetTypes
import Testing

@testable import AppLayer

@Suite struct IMAPParserTests {
    private static let mail = MailSamples.bytes(MailSamples.mail)

    private static func literal(_ item: String, _ bytes: [UInt8]) -> [UInt8] {
        Array("\(item) {\(bytes.count)}\r\n".utf8) + bytes
    }

    @Test(arguments: MailSamples.pieces) func fetchedMail(_ pieces: Int) {
        let fed = Fed()
        let parser = IMAPParser(AppLayerConfiguration())
        fed.take(
            parser, .toServer, Array("a1 LOGIN u secret\r\na2 FETCH 1:2 (FLAGS BODY[])\r\n".utf8),
            pieces: pieces)
        var answer = Array("* OK hi\r\n* 1 FETCH (FLAGS (\\Seen) ".utf8) + Self.literal("BODY[]", Self.mail)
        answer += Array(" UID 7)\r\n* 2 FETCH (ENVELOPE ({4}\r\n{5}\r NIL) ".utf8)
        answer += Self.literal("BODY[HEADER.FIELDS (FROM SUBJECT)]", Array("Subject: x\r\n\r\n".utf8))
        answer += Self.literal(" RFC822.TEXT", Array("text".utf8)) + Array(")\r\na2 OK done\r\n".utf8)
        fed.take(parser, .toClient, answer, pieces: pieces)
        fed.finish(parser)
        #expect(fed.objects.first?.bytes == Self.mail)
        #expect(fed.objects[1...3].map(\.text) == MailSamples.parts)
        #expect(fed.objects[4...].map(\.text) == ["Subject: x\r\n\r\n", "text"])
        #expect(fed.objects.allSatisfy { $0.record.incomplete == nil && $0.record.application == .imap })
        #expect(fed.transactions.map { $0["sequence"] } == [.number(1), .number(2)])
        #expect(fed.transactions.map { $0["section"] }.first == .text("BODY[]"))
        #expect(!"\(fed.transactions)".contains("secret"))
    }

    @Test(arguments: MailSamples.pieces) func appendedMails(_ pieces: Int) {
        let fed = Fed()
        let parser = IMAPParser(AppLayerConfiguration())
        let first = Array("Subject: 1\r\n\r\none".utf8)
        let second = Array("Subject: 2\r\n\r\ntwo".utf8)
        var text = Array("a1 APPEND {5+}\r\nINBOX (\\Seen) {\(first.count)}\r\n".utf8) + first
        text += Array(" {\(second.count)+}\r\n".utf8) + second + Array("\r\na2 IDLE\r\nDONE\r\n".utf8)
        text += Array("a3 APPEND Sent {\(first.count)-}\r\n".utf8) + first + Array("\r\n".utf8)
        fed.take(parser, .toServer, text, pieces: pieces)
        fed.finish(parser)
        let mails = fed.objects.filter { $0.record.object.kind == .mail }
        #expect(mails.map(\.bytes) == [first, second, first])
        #expect(
            fed.transactions.map { $0["command"] } == [.text("APPEND"), .text("APPEND"), .text("APPEND")])
    }

    @Test func refusedLiteral() {
        let fed = Fed()
        let parser = IMAPParser(AppLayerConfiguration())
        fed.take(parser, .toServer, Array("a1 APPEND INBOX {50}\r\n".utf8))
        fed.take(parser, .toClient, Array("a1 NO [TRYCREATE]\r\n".utf8))
        fed.take(parser, .toServer, Array("a2 APPEND INBOX {4}\r\nA: b\r\n".utf8))
        fed.finish(parser)
        #expect(fed.objects.first?.text == "A: b")
    }

    @Test func promptLiteralComesEvenWhenRefused() {
        let fed = Fed()
        let parser = IMAPParser(AppLayerConfiguration())
        fed.take(parser, .toServer, Array("a1 APPEND INBOX {10+}\r\n".utf8))
        fed.take(parser, .toClient, Array("a1 NO [OVERQUOTA]\r\n".utf8))
        fed.take(parser, .toServer, Array("A: b\r\n\r\nhi\r\na2 NOOP\r\n".utf8))
        fed.finish(parser)
        #expect(fed.objects.map(\.text) == ["A: b\r\n\r\nhi", "hi"])
    }

    @Test(arguments: MailSamples.pieces) func partialFetchesArePutTogether(_ pieces: Int) {
        let fed = Fed()
        let parser = IMAPParser(AppLayerConfiguration())
        let half = 300
        fed.take(parser, .toServer, Array("a FETCH 3 BODY.PEEK[]<0.\(half)>\r\n".utf8), pieces: pieces)
        fed.take(
            parser, .toClient,
            Array("* 3 FETCH (RFC822.SIZE \(Self.mail.count) ".utf8)
                + Self.literal("BODY[]<0>", Array(Self.mail[..<half])) + Array(")\r\na OK\r\n".utf8),
            pieces: pieces)
        #expect(fed.objects.isEmpty)
        fed.take(
            parser, .toClient,
            Array("* 3 FETCH (".utf8) + Self.literal("BODY[]<\(half)>", Array(Self.mail[half...]))
                + Array(")\r\n".utf8), pieces: pieces)
        #expect(fed.objects.first?.bytes == Self.mail)
        #expect(fed.objects.count == 4)
        #expect(fed.objects.allSatisfy { $0.record.incomplete == nil })
        #expect(fed.transactions.count == 1)
    }

    @Test func partialFetchThatStaysPartial() {
        let fed = Fed()
        let parser = IMAPParser(AppLayerConfiguration())
        fed.take(parser, .toClient, Array("* 3 FETCH (BODY[]<5> {3}\r\nabc)\r\n".utf8))
        fed.take(parser, .toClient, Array("* 4 FETCH (BODY[]<0> {3}\r\nabc)\r\n".utf8))
        fed.finish(parser)
        let mails = fed.objects.filter { $0.record.object.kind == .mail }
        #expect(mails.map(\.record.incomplete) == [.range, .range])
    }

    @Test func partAlone() {
        let fed = Fed()
        let parser = IMAPParser(AppLayerConfiguration())
        let lines = String(repeating: "aGVsbG8gd29ybGQ=", count: 1)
        let encoded = Array((String(repeating: "YWJj", count: 20) + "\r\n" + lines).utf8)
        fed.take(
            parser, .toClient,
            Array("* 1 FETCH (".utf8) + Self.literal("BODY[2]", encoded) + Array(")\r\n".utf8))
        #expect(fed.objects.map(\.record.object.kind) == [.mimePart, .mimePart])
        #expect(fed.objects.last?.text == String(repeating: "abc", count: 20) + "hello world")
        #expect(fed.objects.last?.record.parent == fed.objects.first?.record.number)
    }

    @Test(arguments: MailSamples.pieces) func startTLS(_ pieces: Int) {
        let fed = Fed()
        let parser = IMAPParser(AppLayerConfiguration())
        fed.take(parser, .toServer, Array("a1 STARTTLS\r\n".utf8), pieces: pieces)
        let answer = Array("* OK hi\r\na1 OK go\r\n".utf8)
        #expect(fed.take(parser, .toClient, answer + [0x16, 3], pieces: pieces) == answer.count)
        let other = IMAPParser(AppLayerConfiguration())
        fed.take(other, .toServer, Array("a1 STARTTLS\r\n".utf8), pieces: pieces)
        #expect(fed.take(other, .toServer, [0x16, 3]) == 0)
    }

    @Test func compressionMakesItDeaf() {
        let fed = Fed()
        let parser = IMAPParser(AppLayerConfiguration())
        fed.take(parser, .toServer, Array("a1 COMPRESS DEFLATE\r\n".utf8))
        fed.take(parser, .toClient, Array("a1 OK go\r\n* 1 FETCH (BODY[] {1}\r\n".utf8))
        #expect(fed.take(parser, .toClient, Array("x)\r\n".utf8)) == 4)
        fed.finish(parser)
        #expect(fed.objects.isEmpty)
    }

    @Test func gapsAndCut() {
        let fed = Fed()
        let parser = IMAPParser(AppLayerConfiguration())
        fed.take(parser, .toClient, Array("* 1 FETCH (BODY[] {20}\r\nA: b\r\n\r\nx".utf8))
        fed.gap(parser, .toClient, 11)
        fed.take(parser, .toClient, Array(")\r\n* 2 FETCH (BODY[] {20}\r\nA: c\r\n\r\nx".utf8))
        fed.gap(parser, .toClient, 50)
        fed.take(parser, .toClient, Array("lost\r\n* 3 FETCH (BODY[] {20}\r\nA: d\r\n\r\nx".utf8))
        fed.finish(parser, isClosed: false)
        let mails = fed.objects.filter { $0.record.object.kind == .mail }
        #expect(mails.map(\.record.incomplete) == [.gap, .gap, .cut])
        #expect(mails.map(\.text) == ["A: b\r\n\r\nx", "A: c\r\n\r\nx", "A: d\r\n\r\nx"])
    }

    @Test func hugeNumbersAreNoLiterals() {
        let fed = Fed()
        let parser = IMAPParser(AppLayerConfiguration())
        fed.take(parser, .toClient, Array("* 1 FETCH (BODY[] {99999999999999999999999}\r\n".utf8))
        fed.take(parser, .toClient, Array("* 1 FETCH (BODY[] {18446744073709551615}\r\nabc".utf8))
        fed.gap(parser, .toClient, .max)
        fed.finish(parser)
        #expect(fed.objects.first?.text == "abc")
    }

    @Test func linesHaveALimit() {
        var configuration = AppLayerConfiguration()
        configuration.largestHeader = 100
        let fed = Fed(configuration)
        fed.take(
            IMAPParser(configuration), .toClient, [UInt8](repeating: 0x61, count: 200) + [0x0A], pieces: 7)
        #expect(fed.odd.contains(.mailLimit))
    }
}
