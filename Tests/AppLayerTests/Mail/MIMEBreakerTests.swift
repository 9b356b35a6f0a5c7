import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite struct MIMEBreakerTests {
    /// Takes a mail apart; the objects, and what was odd.
    private func broken(
        _ mail: [UInt8], _ configuration: AppLayerConfiguration = AppLayerConfiguration(), isCut: Bool = false
    ) -> (objects: [ExtractedObject], odd: AnomalySet, summary: MailSummary) {
        let output = ParserOutput(configuration)
        let place = MIMEBreaker.Place(application: .http, direction: .toClient, frames: 3...9)
        var breaker = MIMEBreaker(place, output)
        breaker.isCut = isCut
        let summary = breaker.takeOut(mail, of: 77)
        return (output.takeFinished(), output.takeOdd(), summary)
    }

    @Test func partsKnowWhereTheyCameFrom() {
        let found = broken(MailSamples.bytes(MailSamples.mail))
        #expect(found.objects.map(\.text) == MailSamples.parts)
        #expect(found.objects.allSatisfy { $0.record.parent == 77 && $0.record.application == .http })
        #expect(found.objects.allSatisfy { $0.record.firstFrame == 3 && $0.record.lastFrame == 9 })
        #expect(
            found.objects.map(\.record.contentType) == [
                "text/plain", "application/octet-stream", "text/plain",
            ])
        #expect(found.odd == AnomalySet())
    }

    @Test func nestedMailIsAnObjectAndItsPartsFollow() {
        let text = """
            Content-Type: multipart/digest; boundary=x

            --x

            Subject: inner

            in
            --x
            Content-Type: message/rfc822; name=m.eml

            Content-Type: text/plain; name="=?utf-8?q?b=C3=A9?="

            deep
            --x--

            """
        let found = broken(MailSamples.bytes(text))
        #expect(found.objects.map(\.record.object.kind) == [.mail, .mimePart, .mail, .mimePart])
        #expect(found.objects.map(\.text)[1] == "in")
        #expect(found.objects.map(\.text)[3] == "deep")
        #expect(found.objects[1].record.parent == found.objects[0].record.number)
        #expect(found.objects[3].record.parent == found.objects[2].record.number)
        #expect(found.summary.attachments == ["m.eml", "bé"])
    }

    @Test(arguments: [
        ("base64", "aGVsbG8=", "hello"), ("BASE64 ", "aGVs\nbG8", "hello"),
        ("quoted-printable", "h=65llo=\n", "hello"),
        ("x-uuencode", "begin 644 a\n%:&5L;&\\`\n`\nend", "hello"),
        ("x-yenc", "=ybegin line=128 size=3 name=a\n\u{0B}\u{0C}=}\n=yend size=3", nil),
        ("7bit", "hello", "hello"), ("what", "hello", "hello"),
    ])
    func encodings(_ encoding: String, _ content: String, _ decoded: String?) {
        let found = broken(MailSamples.bytes("Content-Transfer-Encoding: \(encoding)\n\n\(content)"))
        #expect(found.objects.count == 1)
        if let decoded {
            #expect(found.objects.first?.text == decoded)
        } else {
            #expect(found.objects.first.map { $0.bytes.count } == 3)
        }
    }

    @Test func encodedMultipartAndMail() {
        // "--x\r\n\r\nhi\r\n--x--" and "A: b\r\n\r\nhi".
        let multipart =
            "Content-Type: multipart/mixed; boundary=x\nContent-Transfer-Encoding: base64\n\nLS14DQoNCmhpDQotLXgtLQ==\n"
        let mail = "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nQTogYg0KDQpoaQ==\n"
        #expect(broken(MailSamples.bytes(multipart)).objects.map(\.text) == ["hi"])
        #expect(broken(MailSamples.bytes(mail)).objects.map(\.text) == ["A: b\r\n\r\nhi", "hi"])
        #expect(broken(MailSamples.bytes(mail)).odd.contains(.mailMalformed))
    }

    @Test func boundaryThatIsNotThereMakesALeaf() {
        let found = broken(Array("Content-Type: multipart/mixed; boundary=y\n\n--x\n\nhi\n".utf8))
        #expect(found.objects.map(\.text) == ["--x\n\nhi\n"])
        #expect(found.odd.contains(.mailMalformed))
        #expect(found.summary.field.value == .object([RecordField("status", "PARSE_ERROR")]))
    }

    @Test func lineThatIsNoFieldBeginsTheBody() {
        let found = broken(Array("From x@y Tue\nSubject: a\nno field here\nmore".utf8))
        #expect(found.objects.map(\.text) == ["no field here\nmore"])
        #expect(found.summary.headers[.subject] == Array("a".utf8))
        #expect(found.odd.contains(.mailMalformed))
    }

    @Test func twoTypesAreMalformed() {
        #expect(broken(Array("Content-Type: a/b\nContent-Type: c/d\n\nx".utf8)).odd.contains(.mailMalformed))
    }

    @Test func cutMailCutsItsLastPart() {
        let text = "Content-Type: multipart/mixed; boundary=x\n\n--x\n\none\n--x\n\ntwo"
        let found = broken(Array(text.utf8), isCut: true)
        #expect(found.objects.map(\.record.incomplete) == [nil, .cut])
    }

    @Test func tenThousandNestedMultiparts() {
        var mail: [UInt8] = []
        for level in 0..<10_000 {
            mail += Array("Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n".utf8)
        }
        let clock = ContinuousClock()
        var count = 0
        let spent = clock.measure {
            let found = broken(mail)
            count = found.objects.count
            #expect(found.odd.contains(.mailLimit))
        }
        #expect(count <= 1)
        #expect(spent < .seconds(30))
    }

    @Test func depthHasALimit() {
        var mail: [UInt8] = []
        for level in 0..<400 {
            mail += Array("Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n".utf8)
        }
        let found = broken(mail)
        #expect(found.odd.contains(.mailLimit))
        #expect(found.objects.map(\.record.contentType) == ["multipart/mixed"])
    }

    @Test func decodersTakeAnything() {
        for seed in 0..<200 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let count = Int.random(in: 0...400, using: &generator)
            let letters = Array("=AZaz09+/ \r\n`MybeginM\u{00}".utf8)
            let text = (0..<count).map { _ in
                seed % 2 == 0
                    ? letters[Int.random(in: 0..<letters.count, using: &generator)]
                    : UInt8.random(in: .min ... .max, using: &generator)
            }
            for encoding in [TransferEncoding.base64, .quotedPrintable, .uuencode, .yenc, .identity] {
                let prefix: [UInt8] =
                    encoding == .yenc
                    ? Array("=ybegin\n".utf8) : encoding == .uuencode ? Array("begin 6 a\n".utf8) : []
                let decoded = MIMELibrary.decode((prefix + text).span, encoding)
                #expect(decoded.count <= text.count + 64, "seed \(seed)")
            }
        }
    }

    @Test func tenThousandNestedMails() {
        var mail: [UInt8] = []
        for _ in 0..<10_000 { mail += Array("Content-Type: message/rfc822\n\n".utf8) }
        let found = broken(mail)
        #expect(found.odd.contains(.mailLimit))
        #expect(found.objects.count <= MIMEBreaker.deepest + 1)
    }

    @Test func hundredNestedMailsAreAllThere() {
        var mail: [UInt8] = []
        for level in 0..<100 {
            mail += Array("Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n\ntext\n".utf8)
            mail += Array("--b\(level)\nContent-Type: message/rfc822\n\n".utf8)
        }
        let found = broken(mail)
        #expect(found.objects.count { $0.record.object.kind == .mail } == 100)
        #expect(found.objects.count { $0.text == "text" } == 100)
    }

    @Test func linesOfDashesCostTheirLength() {
        var mail = Array("Content-Type: multipart/mixed; boundary=x\n\n--x\n".utf8)
        for _ in 0..<100_000 { mail += [0x2D, 0x2D, 0x0A] }
        #expect(broken(mail).objects.count == 1)
    }

    @Test func partsHaveALimit() {
        var configuration = AppLayerConfiguration()
        configuration.mostMembers = 10
        var mail = Array("Content-Type: multipart/mixed; boundary=x\n\n".utf8)
        for _ in 0..<20 { mail += Array("--x\n\na\n".utf8) }
        let found = broken(mail, configuration)
        #expect(found.objects.count == 10)
        #expect(found.odd.contains(.mailLimit))
    }

    @Test func workHasALimit() {
        // Each mail inside holds all the others: without the limit a hundred times a mebibyte would come out.
        var mail: [UInt8] = []
        for _ in 0..<100 { mail += Array("Content-Type: message/rfc822\n\n".utf8) }
        mail += [UInt8](repeating: 0x61, count: 1 << 20)
        let found = broken(mail)
        #expect(found.odd.contains(.mailLimit))
        #expect(found.objects.map(\.bytes.count).reduce(0, +) <= 17 << 20)
    }

    @Test func fieldsHaveALimit() {
        var configuration = AppLayerConfiguration()
        configuration.largestHeader = 50
        let long = String(repeating: "s", count: 60)
        #expect(broken(Array("Subject: \(long)\n\nx".utf8), configuration).odd.contains(.mailLimit))
        #expect(broken(Array("Subject: a\n \(long)\n\nx".utf8), configuration).odd.contains(.mailLimit))
    }

    @Test func addressesHaveALimit() {
        let many = Array(repeating: "a@b", count: 500).joined(separator: ", ")
        #expect(MailSummary.list(Array(many.utf8)).count == MailSummary.mostListed)
        #expect(MailSummary.list(Array("a (x, y), \"b\\\", c\" <d>, (open, e".utf8)).count == 3)
    }

    @Test func bodyOfAMultipartByItsType() {
        let output = ParserOutput(AppLayerConfiguration())
        let place = MIMEBreaker.Place(application: .http, direction: .toClient, frames: 1...1)
        var breaker = MIMEBreaker(place, output)
        breaker.takeOut(
            Array("--x\r\n\r\nhi\r\n--x--".utf8), contentType: "multipart/mixed; boundary=\"x\"", of: 1)
        breaker.takeOut(Array("A: b\r\n\r\nmail".utf8), contentType: "message/rfc822", of: 1)
        breaker.takeOut(Array("text".utf8), contentType: "text/plain", of: 1)
        #expect(output.takeFinished().map(\.text) == ["hi", "mail"])
    }
}
