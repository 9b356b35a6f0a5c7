import Foundation
import NetTypes
import Testing

@testable import Incidents

/// Mails: their bytes, a small server of SMTP, and a program that takes them.
@Suite struct MailSinkTests {
    private static let date = Date(timeIntervalSince1970: 1_795_508_130)

    private var configuration: MailConfiguration {
        MailConfiguration(from: "haidang@soc.example", to: ["truc@soc.example", "doi@soc.example"])
    }

    private func mail(_ event: OutgoingEvent, host: String = "sensor-1.example") -> (
        head: [String], body: String
    ) {
        let context = SinkContext(host: host, version: "1", process: 1)
        let bytes = MailMessage(configuration, context).bytes(event, sentAt: Self.date).bytes
        return Self.split(String(decoding: bytes, as: UTF8.self))
    }

    /// Unfolded headers and the decoded text of a mail.
    private static func split(_ mail: String) -> (head: [String], body: String) {
        let text = mail.replacing("\r\n", with: "\n")
        let halves = text.split(separator: "\n\n", maxSplits: 1).map(String.init)
        let head = halves[0].replacing("\n ", with: " ").split(separator: "\n").map(String.init)
        let data = Data(base64Encoded: halves.last ?? "", options: .ignoreUnknownCharacters) ?? Data()
        return (head, String(decoding: data, as: UTF8.self))
    }

    /// A header's text with its encoded words decoded as RFC 2047 section 6.2 says: blanks between two do not count.
    private static func decoded(_ header: String) -> String {
        header.split(separator: " ").map { word in
            guard word.hasPrefix("=?UTF-8?B?"), word.hasSuffix("?=") else { return " " + word }
            #expect(word.utf8.count <= 75)
            let data = Data(base64Encoded: String(word.dropFirst(10).dropLast(2))) ?? Data()
            return String(decoding: data, as: UTF8.self)
        }.joined()
    }

    @Test func `an alert as a mail`() {
        let (head, body) = mail(Samples.event(1, line: Samples.alertLine))
        #expect(
            head == [
                "From: haidang@soc.example", "To: truc@soc.example, doi@soc.example",
                "Subject: [haidang] [2 serious] EICAR test file", "Date: Tue, 24 Nov 2026 08:15:30 +0000",
                "Message-ID: <event-1@sensor-1.example>", "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
            ])
        #expect(body.hasPrefix("EICAR test file\r\n\r\nSeverity: 2 (serious)\r\nCategory: intrusion\r\n"))
        #expect(body.contains("Source: 198.51.100.7:80\r\nDestination: 192.0.2.10:49152\r\n"))
        #expect(body.hasSuffix("Record:\r\n\(Samples.alertLine)\r\n"))
    }

    @Test(arguments: [
        "Lệnh trong yêu cầu tới web shell, một câu dài để phải chia thành nhiều từ mã hóa khác nhau 😀😀😀",
        "a\r\nBcc: everybody@soc.example\r\n\r\nbody", "=?UTF-8?B?eA==?=",
        "\u{1b}]0;x\u{7}\u{202e}\u{2028}\u{85}",
        String(repeating: "ế", count: 100_000),
    ])
    func `a title adds no header, whatever it is`(title: String) throws {
        var json = JSONLine()
        json.root { $0.object("alert") { $0.member("signature", title) } }
        var event = Samples.event(1, line: String(decoding: json.take(), as: UTF8.self))
        event.id = title
        event.unit = title
        let (head, body) = mail(event, host: title)
        #expect(head.count == 9)
        let subject = try #require(head.first { $0.hasPrefix("Subject: ") })
        #expect(subject.utf8.allSatisfy { (0x20...0x7e).contains($0) })
        let shown = Self.decoded(String(subject.dropFirst(9)))
        #expect(shown.contains("[haidang] [2 serious] " + title.onOneLine.shortened(to: 200)))
        #expect(head.contains { $0.hasPrefix("Message-ID: <") && $0.hasSuffix("@haidang.invalid>") })
        #expect(!body.contains("\nBcc"))
        #expect(body.utf8.count < 20_000)
    }

    @Test func `lines of a mail are short and end as they must`() {
        let event = Samples.event(
            1, line: #"{"alert":{"signature":"\#(String(repeating: "é", count: 9000))"}}"#)
        let bytes = MailMessage(configuration, Samples.sinkContext).bytes(event, sentAt: Self.date).bytes
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 78 && !$0.utf8.contains(10) && !$0.utf8.contains(13) })
        #expect(bytes.count < 60_000)
    }

    /// Serves SMTP; `answer` gives the answer to a verb, or nil for the usual one.
    private func server(
        _ mails: TestLog<String>, _ answer: @escaping @Sendable (String, Int) -> String? = { _, _ in nil }
    ) throws -> TestServer {
        try TestServer { connection, number in
            connection.send("220 mail.example\r\n")
            while let line = connection.line() {
                let verb = line.prefix { $0 != " " }.uppercased()
                if let other = answer(line, number) {
                    connection.send(other)
                    continue
                }
                switch verb {
                case "EHLO": connection.send("250-mail.example\r\n250 AUTH PLAIN\r\n")
                case "AUTH":
                    connection.send("334 \r\n")
                    _ = answer(connection.line() ?? "", number)
                    connection.send("235 in\r\n")
                case "DATA":
                    connection.send("354 go on\r\n")
                    var mail: [String] = []
                    while let text = connection.line(), text != "." { mail.append(text) }
                    if mail.isEmpty { return }
                    mails.append(mail.joined(separator: "\r\n"))
                    connection.send("250 taken\r\n")
                case "QUIT":
                    connection.send("221 bye\r\n")
                    return
                default: connection.send("250 so be it\r\n")
                }
            }
        }
    }

    private func runner(_ mail: MailConfiguration, _ outbox: MemoryOutbox) -> SinkRunner {
        var configuration = SinkConfiguration(name: "mail", kind: .mail(mail))
        configuration.filter.types = []
        return SinkRunner(
            configuration, outbox: outbox, context: Samples.sinkContext, pacing: Samples.quick)
    }

    @Test func `a server gets each mail once, from and to whom it should`() throws {
        let folder = try SinkFolder()
        let (mails, lines) = (TestLog<String>(), TestLog<String>())
        let server = try server(mails) { line, _ in
            lines.append(line)
            return nil
        }
        defer { server.stop() }
        var mail = configuration
        mail.server = "smtp://127.0.0.1:\(server.port)"
        (mail.user, mail.passwordFile) = ("haidang", try folder.write("password", "bí mật\n"))
        let outbox = MemoryOutbox(Samples.events(1...3))
        let runner = runner(mail, outbox)
        runner.start()
        let isDone = Samples.eventually { outbox.place(of: "mail") == 3 }
        #expect(isDone && runner.stop(within: 10))
        let identifiers = mails.all.flatMap { Self.split($0).head }.filter { $0.hasPrefix("Message-ID") }
        #expect(identifiers == (1...3).map { "Message-ID: <event-\($0)@sensor-1>" })
        #expect(lines.all.contains("MAIL FROM:<haidang@soc.example>"))
        #expect(
            lines.all.filter { $0.hasPrefix("RCPT") }.prefix(2) == [
                "RCPT TO:<truc@soc.example>", "RCPT TO:<doi@soc.example>",
            ])
        let login = Data("\0haidang\0bí mật".utf8).base64EncodedString()
        #expect(lines.all.contains(login) && lines.all.contains("EHLO sensor-1"))
        #expect(runner.status.sent == 3 && runner.status.retries == 0)
    }

    @Test func `what a server refuses for good is set aside, what it refuses for now is not`() throws {
        let mails = TestLog<String>()
        let server = try server(mails) { line, number in
            if line.hasPrefix("MAIL") && number == 0 { return "451 later\r\n" }
            if line.hasPrefix("RCPT") && number == 1 { return "550 nobody\r\n" }
            return nil
        }
        defer { server.stop() }
        var mail = configuration
        mail.server = "smtp://localhost:\(server.port)"
        let outbox = MemoryOutbox(Samples.events(1...1))
        let runner = runner(mail, outbox)
        runner.start()
        let isRefused = Samples.eventually { outbox.place(of: "mail") == 1 }
        outbox.append(Samples.events(2...2))
        let isDone = Samples.eventually { outbox.place(of: "mail") == 2 }
        #expect(isRefused && isDone && runner.stop(within: 10))
        #expect(runner.status.retries == 1 && runner.status.refused == 1 && runner.status.sent == 1)
        #expect(mails.all.count == 1)
    }

    @Test func `a log-in that fails loses nothing`() throws {
        let folder = try SinkFolder()
        let mails = TestLog<String>()
        let server = try server(mails) { line, _ in line.hasPrefix("AUTH") ? "535 no\r\n" : nil }
        defer { server.stop() }
        var mail = configuration
        mail.server = "smtp://127.0.0.1:\(server.port)"
        (mail.user, mail.passwordFile) = ("haidang", try folder.write("password", "x"))
        let outbox = MemoryOutbox(Samples.events(1...1))
        let runner = runner(mail, outbox)
        runner.start()
        let isTried = Samples.eventually { runner.status.retries > 1 }
        #expect(isTried && runner.stop(within: 10))
        #expect(outbox.place(of: "mail") == 0 && mails.all.isEmpty && runner.status.refused == 0)
    }

    @Test(arguments: [(0, true, 0), (65, true, 1), (75, false, 0), (1, false, 0)])
    func `a program takes mails on its input`(code: Int, isDone: Bool, refused: Int) throws {
        let folder = try SinkFolder()
        let script = """
            #!/bin/sh
            cat >"${0%/*}/mail"
            echo "$@" >"${0%/*}/arguments"
            exit \(code)

            """
        var mail = configuration
        mail.program = try folder.write("sendmail", script, mode: 0o700)
        let sink = MailSink(mail, Samples.sinkContext)
        let delivery = sink.deliver([Samples.event(1, line: Samples.alertLine)])
        #expect((delivery.handled == 1) == isDone && delivery.refused == refused)
        #expect((delivery.failure == nil) == isDone)
        #expect(folder.text("arguments") == "-t -i\n")
        #expect(Self.split(folder.text("mail")).body.contains(Samples.alertLine))
        #expect(!folder.text("mail").contains("\r"))
    }

    @Test func `a program that hangs is killed, one that is not there is told`() throws {
        let folder = try SinkFolder()
        var mail = configuration
        (mail.program, mail.timeout) = (
            try folder.write("sendmail", "#!/bin/sh\nexec sleep 1000\n", mode: 0o700), 1
        )
        let hung = MailSink(mail, Samples.sinkContext).deliver(Samples.events(1...1))
        #expect(hung.handled == 0 && hung.failure?.reason == "\(mail.program): not done after 1 seconds")
        mail.program = folder.path + "/nothing"
        let missing = MailSink(mail, Samples.sinkContext).deliver(Samples.events(1...1))
        #expect(missing.handled == 0 && missing.failure?.reason.hasPrefix(mail.program) == true)
    }

    @Test func `a program inherits no blocked signals`() throws {
        let folder = try SinkFolder()
        let script = "#!/bin/sh\ngrep SigBlk /proc/self/status >\"${0%/*}/signals\"\n"
        var mail = configuration
        mail.program = try folder.write("sendmail", script, mode: 0o700)
        let outbox = MemoryOutbox(Samples.events(1...1))
        let runner = runner(mail, outbox)
        runner.start()
        let isDone = Samples.eventually { outbox.place(of: "mail") == 1 }
        #expect(isDone && runner.stop(within: 10))
        #expect(folder.text("signals") == "SigBlk:\t0000000000000000\n")
    }
}
