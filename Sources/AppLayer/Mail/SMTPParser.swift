import NetTypes

/// SMTP (RFC 5321), with CHUNKING (RFC 3030), PIPELINING (RFC 2920) and STARTTLS (RFC 3207).
///
/// The client's side alone is enough to take mails out: replies only tell that DATA was refused, that TLS begins, and
/// that a mail whose end was lost has ended.
final class SMTPParser: StreamParsing {
    /// What the client is sending.
    enum Mode: Equatable {
        case commands
        /// A mail after DATA.
        case text
        /// Bytes left of a chunk after BDAT; whether it is the last one.
        case chunk(UInt64, isLast: Bool)
    }

    /// What a command is to the reply that it waits for.
    enum Pending {
        case other, authentication, data, mail, startTLS
    }

    let configuration: AppLayerConfiguration
    var mode = Mode.commands
    var clientLine: LineBuffer
    var serverLine: LineBuffer
    var helo: [UInt8] = []
    var envelope = SMTPEnvelope()
    var mail: MailTransfer?
    var text = DotStuffedText()
    var pending: [Pending] = []
    var transactions: UInt64 = 0
    /// True once a reply has been seen.
    var hasReply = false
    /// True between STARTTLS and its reply.
    var isTLSAsked = false
    var hasEnded = false

    init(_ configuration: AppLayerConfiguration) {
        self.configuration = configuration
        clientLine = LineBuffer(limit: configuration.largestHeader)
        serverLine = LineBuffer(limit: configuration.largestHeader)
    }

    func take(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int {
        guard !hasEnded else { return 0 }
        return direction == .toServer ? takeClient(bytes, output) : takeServer(bytes, output)
    }

    private func takeClient(_ bytes: Span<UInt8>, _ output: ParserOutput) -> Int {
        var position = 0
        while position < bytes.count {
            switch mode {
            case .commands:
                if isTLSAsked, clientLine.isEmpty, bytes[position] == Self.tlsHandshake {
                    hasEnded = true
                    return position
                }
                guard let line = clientLine.take(bytes, &position) else { return position }
                if line.isCut { output.note(.mailLimit) }
                command(line.bytes, output)
            case .text:
                var current = mail ?? begun()
                mail = nil
                let isOver = text.take(bytes, &position, &current, output)
                mail = current
                if isOver { endText(output) }
            case .chunk(let left, let isLast):
                let count = Int(min(left, UInt64(bytes.count - position)))
                append(bytes.extracting(position..<position + count), output)
                position += count
                advance(left - UInt64(count), isLast, output)
            }
        }
        return position
    }

    /// The first byte of a TLS record with a handshake, which no command begins with.
    private static let tlsHandshake: UInt8 = 0x16

    private func append(_ bytes: Span<UInt8>, _ output: ParserOutput) {
        var current = mail ?? begun()
        mail = nil
        current.append(bytes, output)
        mail = current
    }

    func begun() -> MailTransfer {
        MailTransfer(.smtp, .toServer, transaction: transactions)
    }

    /// Goes on with what is left of a chunk.
    func advance(_ left: UInt64, _ isLast: Bool, _ output: ParserOutput) {
        if left > 0 {
            mode = .chunk(left, isLast: isLast)
        } else {
            mode = .commands
            if isLast { endMail(nil, output) }
        }
    }

    private func endText(_ output: ParserOutput) {
        if text.isAmbiguous { output.note(.mailMalformed) }
        mode = .commands
        wait(.mail, output)
        endMail(nil, output)
    }

    /// Ends the mail at hand and says what it was.
    func endMail(_ reason: FileRecord.Reason?, _ output: ParserOutput) {
        let summary = mail?.end(reason, output)
        mail = nil
        report(summary ?? nil, output)
    }

    /// Reports what there is of a mail and its envelope, and forgets them.
    func report(_ summary: MailSummary?, _ output: ParserOutput) {
        guard summary != nil || !envelope.isEmpty else { return }
        output.report(
            .smtp, .toServer, number: transactions, envelope.fields(helo: helo, summary))
        transactions += 1
        envelope = SMTPEnvelope()
    }

    /// A command waits for its reply.
    func wait(_ command: Pending, _ output: ParserOutput) {
        guard pending.count < configuration.mostPending else {
            // A flow whose server is never heard; replies have nothing to be matched with.
            pending.removeAll(keepingCapacity: true)
            if hasReply { output.note(.mailLimit) }
            return
        }
        pending.append(command)
    }

    func gap(_ length: UInt64, _ direction: Direction, _ output: ParserOutput) {
        guard direction == .toServer else {
            serverLine.lose()
            pending.removeAll()
            return
        }
        switch mode {
        case .commands: clientLine.lose()
        case .text:
            skip(length, output)
            text.lose()
        case .chunk(let left, let isLast):
            skip(min(left, length), output)
            advance(left - min(left, length), isLast, output)
            if length > left { clientLine.lose() }
        }
    }

    private func skip(_ length: UInt64, _ output: ParserOutput) {
        var current = mail ?? begun()
        mail = nil
        current.skip(length, output)
        mail = current
    }

    func finish(isClosed: Bool, _ output: ParserOutput) {
        if mail != nil {
            endMail(.cut, output)
        } else {
            report(nil, output)
        }
        if transactions == 0, !helo.isEmpty {
            output.report(.smtp, .toServer, number: 0, envelope.fields(helo: helo, nil))
            transactions = 1
        }
        hasEnded = true
    }
}
