import NetTypes

/// What the commands of a client say of a mail (RFC 5321 section 3.3).
struct SMTPEnvelope {
    private var sender: [UInt8]?
    private var recipients: [[UInt8]] = []
    private var bytes = 0

    /// Recipients listed of one mail, and bytes of all of them. Servers take 100 (RFC 5321 section 4.5.3.1.8), some
    /// take a thousand.
    private static let mostRecipients = 1_000

    /// True when nothing has been said.
    var isEmpty: Bool { sender == nil && recipients.isEmpty }

    /// Remembers the argument of MAIL.
    mutating func setSender(_ path: some Collection<UInt8>) {
        sender = Array(path.prefix(RecordValue.longestText))
    }

    /// Remembers the argument of RCPT; false when there are too many.
    mutating func addRecipient(_ path: some Collection<UInt8>, largest: Int) -> Bool {
        guard recipients.count < Self.mostRecipients, bytes + path.count <= largest else { return false }
        bytes += path.count
        recipients.append(Array(path))
        return true
    }

    /// The fields of the event `smtp`, with those of the mail beside it.
    func fields(helo: [UInt8], _ mail: MailSummary?) -> [RecordField] {
        var fields: [RecordField] = []
        if !helo.isEmpty { fields.append(RecordField("helo", bytes: helo)) }
        if let sender { fields.append(RecordField("mail_from", bytes: sender)) }
        if !recipients.isEmpty {
            fields.append(
                RecordField("rcpt_to", .list(recipients.map { .text(String(decoding: $0, as: UTF8.self)) })))
        }
        if let mail { fields.append(mail.field) }
        return fields
    }
}
