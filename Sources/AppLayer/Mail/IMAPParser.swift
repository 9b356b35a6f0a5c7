import NetTypes

/// IMAP (RFC 9051, RFC 3501): mails in the answers to FETCH, and in APPEND, also with several of them (RFC 3502).
///
/// A line may end with the length of a literal; its bytes and more of the line follow. Each side is read by itself;
/// the tags of commands tell that STARTTLS or COMPRESS begins, or that a literal was refused.
final class IMAPParser: StreamParsing {
    /// A command whose end has not come.
    struct Command {
        let tag: [UInt8]
        let verb: String
        /// Literals that it had so far.
        var literals = 0
    }

    /// A mail that is fetched piece by piece.
    struct Partial {
        let key: String
        /// True when it was fetched from its beginning.
        let isFromStart: Bool
        var mail: MailTransfer
        let fields: [RecordField]
    }

    let configuration: AppLayerConfiguration
    var clientLine: LineBuffer
    var serverLine: LineBuffer
    /// Bytes left of a literal in each direction; nil between literals.
    var clientLiteral: UInt64?
    var serverLiteral: UInt64?
    var clientMail: MailTransfer?
    /// True while the server may still refuse the literal.
    var isRefusable = false
    var command: Command?
    var startTLSTag: [UInt8]?
    var compressTag: [UInt8]?
    /// The number of octets in the client's last partial fetch.
    var asked: UInt64?

    /// The message that a FETCH response is about, while its end has not come.
    var response: UInt64?
    var isInResponse = false
    var serverMail: MailTransfer?
    var serverFields: [RecordField] = []
    var partial: Partial?
    /// A mail whose first piece begins with the literal at hand.
    var next: Partial?
    var literalSize: UInt64 = 0
    var isPartial = false
    /// The sizes of messages, for partial fetches; only looked up.
    var sizes: [UInt64: UInt64] = [:]
    var transactions: UInt64 = 0
    var hasEnded = false
    /// True when what is spoken is compressed.
    var isDeaf = false

    init(_ configuration: AppLayerConfiguration) {
        self.configuration = configuration
        clientLine = LineBuffer(limit: configuration.largestHeader)
        serverLine = LineBuffer(limit: configuration.largestHeader)
    }

    func take(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int {
        if isDeaf { return bytes.count }
        guard !hasEnded else { return 0 }
        return direction == .toServer ? takeClient(bytes, output) : takeServer(bytes, output)
    }

    // MARK: Client

    private func takeClient(_ bytes: Span<UInt8>, _ output: ParserOutput) -> Int {
        var position = 0
        while position < bytes.count {
            if let left = clientLiteral {
                let count = Int(min(left, UInt64(bytes.count - position)))
                clientMail?.append(bytes.extracting(position..<position + count), output)
                position += count
                isRefusable = false
                advanceClient(left - UInt64(count), output)
                continue
            }
            if startTLSTag != nil, clientLine.isEmpty, bytes[position] == Self.tlsHandshake {
                finish(isClosed: false, output)
                return position
            }
            guard let line = clientLine.take(bytes, &position) else { return position }
            if line.isCut { output.note(.mailLimit) }
            clientLine(line.bytes, output)
        }
        return position
    }

    /// The first byte of a TLS record with a handshake, which no command begins with.
    private static let tlsHandshake: UInt8 = 0x16

    private func clientLine(_ line: [UInt8], _ output: ParserOutput) {
        var arguments = line[...]
        if command == nil {
            let words = MailText.words(line, most: 3)
            guard words.count > 1 else { return }
            command = Command(tag: Array(words[0].prefix(64)), verb: MailText.uppercase(words[1]))
            arguments = words.count > 2 ? words[2] : []
            begin(arguments)
        }
        guard let literal = IMAPLiteral(line) else {
            command = nil
            return
        }
        let isMailbox = command?.literals == 0 && arguments.count <= line.count - literal.before.count
        command?.literals += 1
        isRefusable = !literal.isPrompt
        if command?.verb == "APPEND", !isMailbox {
            clientMail = MailTransfer(.imap, .toServer, transaction: transactions)
        }
        advanceClient(literal.size, output)
    }

    private func begin(_ arguments: ArraySlice<UInt8>) {
        switch command?.verb {
        case "STARTTLS": startTLSTag = command?.tag
        case "COMPRESS": compressTag = command?.tag
        case "FETCH", "UID":
            // The octets of `BODY[]<0.2048>`.
            guard arguments.contains(0x3C), let close = arguments.lastIndex(of: 0x3E) else {
                asked = nil
                return
            }
            let inside = arguments[..<close]
            asked = inside.lastIndex(of: 0x2E).flatMap { MailText.number(inside[($0 + 1)...]) }
        default: break
        }
    }

    private func advanceClient(_ left: UInt64, _ output: ParserOutput) {
        guard left == 0 else {
            clientLiteral = left
            return
        }
        clientLiteral = nil
        endClient(nil, output)
    }

    private func endClient(_ reason: FileRecord.Reason?, _ output: ParserOutput) {
        guard var mail = clientMail else { return }
        clientMail = nil
        let summary = mail.end(reason, output)
        report(.toServer, [RecordField("command", "APPEND")], summary, output)
    }

    /// Reports a mail that was retrieved or stored.
    func report(
        _ direction: Direction, _ fields: [RecordField], _ summary: MailSummary?, _ output: ParserOutput
    ) {
        guard let summary else { return }
        output.report(.imap, direction, number: transactions, fields + [summary.field])
        transactions += 1
    }

    // MARK: Gaps and the end

    func gap(_ length: UInt64, _ direction: Direction, _ output: ParserOutput) {
        guard !isDeaf else { return }
        if direction == .toServer {
            let left = clientLiteral ?? 0
            clientMail?.skip(min(left, length), output)
            if clientLiteral != nil { advanceClient(left - min(left, length), output) }
            guard length > left else { return }
            command = nil
            clientLine.lose()
        } else {
            let left = serverLiteral ?? 0
            serverMail?.skip(min(left, length), output)
            if serverLiteral != nil { advanceServer(left - min(left, length), output) }
            guard length > left else { return }
            isInResponse = false
            response = nil
            serverLine.lose()
        }
    }

    func finish(isClosed: Bool, _ output: ParserOutput) {
        if clientLiteral != nil, !isRefusable { endClient(.cut, output) }
        if serverLiteral != nil { endServer(.cut, output) }
        endPartial(.range, output)
        hasEnded = true
    }
}
