import NetTypes

/// What a mail's headers and parts say, for the `email` object of the event log.
struct MailSummary {
    /// The header fields of the mail itself.
    var headers = MIMEHeaders()
    /// The names of its attachments, also those of mails inside it, in order.
    var attachments: [String] = []
    /// True when it breaks its grammar.
    var isMalformed = false
    /// True when its end is missing.
    var isCut = false

    /// Names and addresses listed, of each kind. More are a mailing that no analyst reads to its end.
    static let mostListed = 100

    /// The object `email`. It stands beside the object of the event, so its name begins with a slash.
    var field: RecordField {
        var fields: [RecordField] = [RecordField("status", status)]
        if let from = headers[.from] { fields.append(RecordField("from", Self.text(from))) }
        if let to = headers[.to] { fields.append(RecordField("to", .list(Self.list(to)))) }
        if let cc = headers[.cc] { fields.append(RecordField("cc", .list(Self.list(cc)))) }
        if let subject = headers[.subject] { fields.append(RecordField("subject", Self.text(subject))) }
        if let id = headers[.messageID] { fields.append(RecordField("message_id", bytes: id)) }
        if let date = headers[.date] { fields.append(RecordField("date", bytes: date)) }
        if let mailer = headers[.mailer] { fields.append(RecordField("x_mailer", Self.text(mailer))) }
        if !attachments.isEmpty {
            fields.append(RecordField("attachment", .list(attachments.map { .text($0) })))
        }
        return RecordField("/email", .object(fields))
    }

    /// How far it was read, in the words of the EVE schema.
    private var status: String {
        if isCut { return headers.isWhole ? "BODY_STARTED" : "HEADER_STARTED" }
        return isMalformed ? "PARSE_ERROR" : "PARSE_DONE"
    }

    /// Text of a header field, decoded and bounded.
    static func text(_ field: [UInt8]) -> String {
        bounded(MIMELibrary.text(field))
    }

    /// No more of a text than a record keeps.
    static func bounded(_ text: String) -> String {
        guard text.utf8.count > RecordValue.longestText else { return text }
        return String(decoding: text.utf8.prefix(RecordValue.longestText), as: UTF8.self)
    }

    /// The addresses of a list: they are between commas that are neither quoted nor in a comment nor in an address
    /// (RFC 5322 section 3.4).
    static func list(_ field: [UInt8]) -> [RecordValue] {
        var addresses: [RecordValue] = []
        var address: [UInt8] = []
        var isQuoted = false
        var isEscaped = false
        var depth = 0
        for byte in field + [0x2C] {
            if byte == 0x2C, !isQuoted, depth == 0 {
                let trimmed = MailText.trimmed(address)
                if !trimmed.isEmpty { addresses.append(.text(text(trimmed))) }
                address = []
                if addresses.count >= mostListed { return addresses }
                continue
            }
            address.append(byte)
            if isEscaped {
                isEscaped = false
                continue
            }
            switch byte {
            case 0x5C: isEscaped = true
            case 0x22: isQuoted.toggle()
            case 0x28, 0x3C: depth += isQuoted ? 0 : 1
            case 0x29, 0x3E: depth = isQuoted ? depth : max(0, depth - 1)
            default: break
            }
        }
        let rest = MailText.trimmed(address.dropLast())
        if !rest.isEmpty { addresses.append(.text(text(rest))) }
        return addresses
    }
}
