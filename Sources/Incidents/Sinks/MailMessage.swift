import Foundation
import NetTypes

/// An event as a mail (RFC 5322): headers of ASCII that nothing from the traffic can add to, and plain text in UTF-8.
struct MailMessage {
    /// Bytes of the event's line in a mail; what is longer is shortened as for syslog.
    static let mostRecordBytes = 16 << 10
    /// Bytes of the title, in the subject too.
    static let mostTitleBytes = 200
    /// Bytes of one value in the text.
    static let mostValueBytes = 500

    /// Bytes of a text that somebody wrote for a mail.
    static let mostTextBytes = 256 << 10

    private let configuration: MailConfiguration
    private let context: SinkContext

    /// What makes mails for one sink.
    init(_ configuration: MailConfiguration, _ context: SinkContext) {
        self.configuration = configuration
        self.context = context
    }

    /// The mail of an event, with lines that end in CR LF, and whether the event's line was shortened in it. `sentAt` is
    /// the time by the clock.
    func bytes(_ event: OutgoingEvent, sentAt: Date) -> (bytes: [UInt8], isShortened: Bool) {
        if let letter = event.letter { return (mail(event, letter, sentAt), false) }
        let node = EventNode(line: event.line)
        let (record, isShortened) = ShortenedLine.text(event, mostBytes: Self.mostRecordBytes)
        let title = title(event, node)
        let severity = context.mailWords(.severity(event.severity))
        let text = ([title, ""] + facts(event, node) + ["", context.mailWords(.record) + ":", record, ""])
            .joined(separator: "\r\n")
        return (mail(event, subject: "[\(event.severity) \(severity)] \(title)", text, sentAt), isShortened)
    }

    /// A mail in the words of whoever queued the event: one line each, whatever is in it.
    private func mail(_ event: OutgoingEvent, _ letter: OutgoingEvent.Letter, _ sentAt: Date) -> [UInt8] {
        // By scalars: a carriage return in front of a newline is one character with it.
        let lines = letter.text.shortened(to: Self.mostTextBytes).unicodeScalars.split(
            separator: "\n", omittingEmptySubsequences: false)
        let text =
            lines.map { String(String.UnicodeScalarView($0)).onOneLine }.joined(separator: "\r\n") + "\r\n"
        return mail(event, subject: letter.subject.onOneLine.shortened(to: Self.mostTitleBytes), text, sentAt)
    }

    private func mail(_ event: OutgoingEvent, subject: String, _ text: String, _ sentAt: Date) -> [UInt8] {
        let headers = [
            "From: \(configuration.from)",
            "To: \(configuration.to.joined(separator: ",\r\n "))",
            "Subject: " + Self.encoded("[haidang] " + subject),
            "Date: \(Self.date(sentAt))",
            "Message-ID: <\(identifier(event))>",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
        ]
        let body = Data(text.utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        return Array((headers.joined(separator: "\r\n") + "\r\n\r\n" + body + "\r\n").utf8)
    }

    private func title(_ event: OutgoingEvent, _ node: EventNode?) -> String {
        let title = node?.words("incident.title") ?? node?.words("alert.signature") ?? event.id
        return title.onOneLine.shortened(to: Self.mostTitleBytes)
    }

    /// Lines of a name and a value; what is not known is left out.
    private func facts(_ event: OutgoingEvent, _ node: EventNode?) -> [String] {
        let severity = "\(event.severity) (\(context.mailWords(.severity(event.severity))))"
        let pairs: [(MailField, String?)] = [
            (.severity, severity), (.category, event.category.rawValue), (.unit, event.unit),
            (.time, event.timestamp.description), (.source, end(node, "src")),
            (.destination, end(node, "dest")), (.rule, node?.words("yara.rule")),
            (.sensor, node?.words("host") ?? context.host), (.event, event.id),
        ]
        return pairs.compactMap { field, value in
            guard let value, !value.isEmpty else { return nil }
            return "\(context.mailWords(field)): \(value.onOneLine.shortened(to: Self.mostValueBytes))"
        }
    }

    private func end(_ node: EventNode?, _ side: String) -> String? {
        guard let address = node?.words("\(side)_ip") else { return nil }
        guard let port = node?.words("\(side)_port") else { return address }
        return address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)"
    }

    /// `id@host`, the same however often it is sent. An identifier with other characters than those of an atom (RFC 5322
    /// section 3.6.4) is represented by its digest.
    private func identifier(_ event: OutgoingEvent) -> String {
        func isAtom(_ text: String) -> Bool {
            !text.isEmpty && text.utf8.count <= 64
                && text.utf8.allSatisfy {
                    (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
                        || $0 == 95
                }
        }
        let left = isAtom(event.id) ? event.id : Digest.of(Array(event.id.utf8).span).hexadecimal
        let labels = context.host.split(separator: ".").map(String.init)
        let right =
            !labels.isEmpty && labels.allSatisfy(isAtom) ? labels.joined(separator: ".") : "haidang.invalid"
        return "\(left)@\(right)"
    }

    /// A header's text: as it is where it is ASCII, else in encoded words (RFC 2047 section 2) of at most 75 characters,
    /// each of whole characters, folded.
    static func encoded(_ text: String) -> String {
        let clean = text.onOneLine
        if clean.utf8.allSatisfy({ (0x20...0x7e).contains($0) }), !clean.contains("=?") { return clean }
        var words: [[UInt8]] = [[]]
        for scalar in clean.unicodeScalars {
            let units = Array(String(scalar).utf8)
            // 45 bytes are 60 characters of base 64, beside the 12 of the frame; the first has the header's name in front.
            let most = words.count == 1 ? 36 : 45
            if words[words.count - 1].count + units.count > most { words.append([]) }
            words[words.count - 1] += units
        }
        return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// The date as RFC 5322 section 3.3 has it, in universal time, in English whatever the locale.
    static func date(_ date: Date) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
        return formatter.string(from: date)
    }
}
