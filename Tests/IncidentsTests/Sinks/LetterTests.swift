import Foundation
import NetTypes
import TestSupport
import Testing

@testable import Incidents

@Suite("Events for certain sinks, and in the words of people")
struct LetterTests {
    private var event: OutgoingEvent {
        var event = Samples.event(0, line: #"{"event_type":"digest"}"#)
        (event.type, event.severity, event.id) = ("digest", 4, "digest-7")
        event.recipients = ["mail", "soar"]
        event.letter = OutgoingEvent.Letter(
            subject: "Đêm 28/11", text: "một\n\nhai\u{1b}[31m\r\n.\nFrom: x\n")
        return event
    }

    @Test("Only its recipients have it, whatever their filters want")
    func recipients() {
        var mail = SinkConfiguration(name: "mail", kind: .file(path: "x"))
        (mail.filter.types, mail.filter.severity) = (["incident"], 1)
        #expect(mail.wants(event))
        var other = mail
        other.name = "other"
        other.filter = SinkFilter()
        #expect(!other.wants(event) && other.wants(Samples.event(1)) && !mail.wants(Samples.event(1)))
    }

    @Test("It waits in the store as it was, and each time it is queued it has a name of its own")
    func waits() throws {
        let folder = try TestFolder()
        let store = try IncidentStore(path: folder.path + "/i.db", mostOutgoing: 3)
        try store.queue(event)
        try store.register(sinks: ["mail"])
        #expect(try store.pending(for: "mail", limit: 9).isEmpty, "without a sink nobody keeps it")
        try store.queue(event)
        try store.queue(event)
        let waiting = try store.pending(for: "mail", limit: 9)
        #expect(waiting.map(\.id) == waiting.map { "digest-7.\($0.sequence)" })
        var expected = event
        (expected.id, expected.sequence) = (waiting[0].id, waiting[0].sequence)
        #expect(waiting.count == 2 && waiting[0] == expected)
        for _ in 0..<3 { try store.queue(event) }
        #expect(try store.pending(for: "mail", limit: 9).count == 3)
        #expect(try store.dropped() == ["mail": 2])
    }

    @Test("A mail has its words and no others, and nothing in them is obeyed")
    func mail() throws {
        let configuration = MailConfiguration(from: "haidang@soc.example", to: ["truc@soc.example"])
        var event = event
        event.letter?.subject = "Đêm\r\nBcc: everybody@soc.example"
        let bytes = MailMessage(configuration, Samples.sinkContext).bytes(
            event, sentAt: Date(timeIntervalSince1970: 0)
        ).bytes
        let parts = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n\r\n")
        #expect(parts.count == 2)
        #expect(!parts[0].contains("Bcc") && parts[0].contains("Subject: =?UTF-8?B?"))
        let body = try #require(Data(base64Encoded: parts[1], options: .ignoreUnknownCharacters))
        #expect(
            String(decoding: body, as: UTF8.self)
                == "một\r\n\r\nhai\u{fffd}[31m\u{fffd}\r\n.\r\nFrom: x\r\n\r\n")
    }

    @Test("A syslog message that is too short for a digest keeps its numbers")
    func shortened() throws {
        let scene = try NightScene()
        let long = String(repeating: "x", count: 900)
        try scene.night(
            (0..<40).map { scene.entry("\($0)\(long)", .failed(reason: long)) }, code: 3, known: 77)
        let line = try NightDigest(ledger: scene.ledger).line
        let (text, isShortened) = ShortenedLine.text(Samples.event(1, line: line), mostBytes: 8000)
        #expect(isShortened && text.utf8.count <= 8000)
        #expect(text.contains(#""known":77"#))
    }
}
