import NetTypes

extension IMAPParser {
    /// Follows what the server says (RFC 9051 section 7); how many of the bytes are IMAP.
    func takeServer(_ bytes: Span<UInt8>, _ output: ParserOutput) -> Int {
        var position = 0
        while position < bytes.count {
            if let left = serverLiteral {
                let count = Int(min(left, UInt64(bytes.count - position)))
                serverMail?.append(bytes.extracting(position..<position + count), output)
                position += count
                advanceServer(left - UInt64(count), output)
                continue
            }
            guard let line = serverLine.take(bytes, &position) else { return position }
            if line.isCut { output.note(.mailLimit) }
            serverLine(line.bytes, output)
            if isDeaf { return bytes.count }
            if hasEnded { return position }
        }
        return position
    }

    private func serverLine(_ line: [UInt8], _ output: ParserOutput) {
        if !isInResponse {
            let words = MailText.words(line, most: 4)
            response = nil
            if words.first == [0x2A], words.count > 2, MailText.uppercase(words[2]) == "FETCH" {
                response = MailText.number(words[1])
            } else if words.count > 1, words.first != [0x2A] {
                tagged(Array(words[0]), MailText.uppercase(words[1]), output)
            }
        }
        if let response { noteSize(line, of: response) }
        guard let literal = IMAPLiteral(line) else {
            isInResponse = false
            response = nil
            return
        }
        isInResponse = true
        if let response { begin(IMAPItem(endOf: literal.before), response) }
        advanceServer(literal.size, output, literal.size)
    }

    /// The end of a command.
    private func tagged(_ tag: [UInt8], _ status: String, _ output: ParserOutput) {
        let isGood = status == "OK"
        if tag == startTLSTag {
            startTLSTag = nil
            if isGood { finish(isClosed: false, output) }
        } else if tag == compressTag {
            compressTag = nil
            if isGood {
                finish(isClosed: false, output)
                isDeaf = true
            }
        } else if !isGood, isRefusable, clientLiteral != nil, tag == command?.tag {
            // The literal was not wanted: a command comes instead.
            clientLiteral = nil
            clientMail = nil
            command = nil
        }
    }

    private func noteSize(_ line: [UInt8], of message: UInt64) {
        let words = line.split { $0 == 0x20 || $0 == 0x28 || $0 == 0x29 }
        guard let index = words.firstIndex(where: { MailText.uppercase($0) == "RFC822.SIZE" }),
            index + 1 < words.count, let size = MailText.number(words[index + 1])
        else { return }
        // Without a size the client's request tells as well when a mail is whole: old ones are simply forgotten.
        if sizes.count >= configuration.mostPending { sizes.removeAll(keepingCapacity: true) }
        sizes[message] = size
    }

    /// A literal of a FETCH response begins.
    private func begin(_ item: IMAPItem, _ message: UInt64) {
        guard let section = item.section else { return }
        serverFields = [
            RecordField("command", "FETCH"), RecordField("sequence", message),
            RecordField("section", item.name),
        ]
        isPartial = item.origin != nil
        guard let origin = item.origin else {
            serverMail = MailTransfer(.imap, .toClient, transaction: transactions, section)
            return
        }
        let key = "\(message) \(item.name)"
        if let partial, partial.key == key, partial.mail.received == origin, !partial.mail.hasGap {
            serverMail = partial.mail
            return
        }
        next = Partial(
            key: key, isFromStart: origin == 0,
            mail: MailTransfer(.imap, .toClient, transaction: transactions, section), fields: serverFields)
    }

    /// Goes on with what is left of a literal; its size when it begins.
    func advanceServer(_ left: UInt64, _ output: ParserOutput, _ size: UInt64? = nil) {
        if size != nil, let begun = next {
            endPartial(.range, output)
            partial = begun
            serverMail = begun.mail
            next = nil
        }
        if let size { literalSize = size }
        guard left == 0 else {
            serverLiteral = left
            return
        }
        serverLiteral = nil
        endServer(nil, output)
    }

    /// A literal of the server's has ended.
    func endServer(_ reason: FileRecord.Reason?, _ output: ParserOutput) {
        guard var mail = serverMail else { return }
        serverMail = nil
        guard isPartial else {
            let summary = mail.end(reason, output)
            report(.toClient, serverFields, summary, output)
            return
        }
        partial?.mail = mail
        // It is whole when it is as long as the server says, or when fewer octets came than were asked for.
        let isWhole =
            partial?.isFromStart == true
            && (response.flatMap { sizes[$0] } == mail.received || asked.map { literalSize < $0 } ?? false)
        if reason != nil || isWhole { endPartial(reason, output) }
    }

    /// Ends a mail that was fetched piece by piece.
    func endPartial(_ reason: FileRecord.Reason?, _ output: ParserOutput) {
        guard var ended = partial else { return }
        partial = nil
        let why = ended.isFromStart ? reason : .range
        let summary = ended.mail.end(why, output)
        report(.toClient, ended.fields, summary, output)
    }
}
