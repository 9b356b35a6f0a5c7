import NetTypes

extension SMTPParser {
    /// Follows a command of the client (RFC 5321 section 4.1). One that is not known is never shown: it may be what a
    /// client says to authenticate (RFC 4954).
    func command(_ line: [UInt8], _ output: ParserOutput) {
        let words = MailText.words(line, most: 2)
        let argument = words.count > 1 ? MailText.trimmed(words[1]) : []
        let isAuthenticating = pending.last.map { $0 == .authentication } ?? false
        switch MailText.uppercase(words.first ?? []) {
        case "HELO", "EHLO", "LHLO":
            reset(output)
            helo = Array(argument.prefix(RecordValue.longestText))
            wait(.other, output)
        case "MAIL":
            reset(output)
            envelope.setSender(Self.path(argument))
            wait(.other, output)
        case "RCPT":
            if !envelope.addRecipient(Self.path(argument), largest: configuration.largestHeader) {
                output.note(.mailLimit)
            }
            wait(.other, output)
        case "DATA":
            abandon(output)
            text = DotStuffedText()
            mail = begun()
            mode = .text
            wait(.data, output)
        case "BDAT":
            chunk(argument, output)
            wait(.other, output)
        case "RSET", "QUIT":
            reset(output)
            wait(.other, output)
        case "AUTH":
            wait(.authentication, output)
        case "STARTTLS":
            isTLSAsked = true
            wait(.startTLS, output)
        case "NOOP", "VRFY", "EXPN", "HELP", "SEND", "SOML", "SAML", "TURN", "ETRN", "ATRN":
            wait(.other, output)
        default:
            if isAuthenticating { return }
            if !line.isEmpty { wait(.other, output) }
        }
    }

    /// BDAT: a chunk of so many bytes follows at once, whatever the reply will be (RFC 3030 section 2).
    private func chunk(_ argument: [UInt8], _ output: ParserOutput) {
        let words = MailText.words(argument, most: 3)
        guard let size = MailText.number(words.first ?? []) else { return output.note(.mailMalformed) }
        let isLast = words.count > 1 && MailText.uppercase(words[1]) == "LAST"
        if mail == nil { mail = begun() }
        advance(size, isLast, output)
    }

    /// A mail of chunks whose last one did not come will not come any more.
    private func abandon(_ output: ParserOutput) {
        if mail != nil { endMail(.cut, output) }
    }

    /// A new mail begins, or none: what there is of the former is reported.
    private func reset(_ output: ParserOutput) {
        abandon(output)
        report(nil, output)
    }

    /// The path in the argument of MAIL and RCPT, with its brackets: what is behind the colon, without parameters.
    private static func path(_ argument: [UInt8]) -> [UInt8] {
        guard let colon = argument.firstIndex(of: 0x3A) else { return argument }
        let rest = argument[(colon + 1)...].drop { $0 == 0x20 }
        var isQuoted = false
        var end = rest.startIndex
        for byte in rest {
            if byte == 0x22 { isQuoted.toggle() }
            if byte == 0x20, !isQuoted { break }
            end += 1
            if byte == 0x3E, !isQuoted { break }
        }
        return Array(rest[rest.startIndex..<end])
    }

    // MARK: Replies

    /// Follows the server's replies (RFC 5321 section 4.2); how many of the bytes are SMTP.
    func takeServer(_ bytes: Span<UInt8>, _ output: ParserOutput) -> Int {
        var position = 0
        while position < bytes.count {
            guard let line = serverLine.take(bytes, &position) else { return position }
            if line.isCut { output.note(.mailLimit) }
            guard line.bytes.count >= 3, let code = MailText.number(line.bytes.prefix(3)) else {
                if !line.bytes.isEmpty { output.note(.mailMalformed) }
                continue
            }
            if line.bytes.count > 3, line.bytes[3] == 0x2D { continue }
            reply(code, output)
            if hasEnded { return position }
        }
        return position
    }

    private func reply(_ code: UInt64, _ output: ParserOutput) {
        let isGreeting = !hasReply && code == 220 && pending.first.map { $0 == .startTLS } != true
        hasReply = true
        if isGreeting { return }
        if code == 354, let data = pending.firstIndex(where: { $0 == .data }) {
            // Replies before it were lost.
            pending.removeFirst(data + 1)
            return
        }
        guard let command = pending.first else { return unexpected(code, output) }
        // More of an authentication follows; its lines are not commands and get no place here.
        if command == .authentication, code < 400, code >= 300 { return }
        pending.removeFirst()
        switch command {
        case .data where code >= 400: refuse(output)
        case .startTLS:
            isTLSAsked = pending.contains { $0 == .startTLS }
            if code == 220 {
                finish(isClosed: false, output)
            }
        default: break
        }
    }

    /// The server does not want the mail: what the client says next are commands.
    private func refuse(_ output: ParserOutput) {
        guard mode == .text else { return }
        mode = .commands
        clientLine.clear()
        if let mail, mail.received > 0 || mail.hasGap {
            endMail(.cut, output)
        } else {
            mail = nil
        }
    }

    /// A reply to a command that was not seen. If bytes of a mail are missing, its end may be among them.
    private func unexpected(_ code: UInt64, _ output: ParserOutput) {
        guard mode == .text, code >= 200, code != 354, mail?.hasGap == true else { return }
        mode = .commands
        clientLine.clear()
        endMail(.gap, output)
    }
}
