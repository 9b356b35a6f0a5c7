import NetTypes

/// POP3 (RFC 1939), with CAPA (RFC 2449), STLS (RFC 2595) and AUTH (RFC 5034).
///
/// The server's side alone is enough for servers that say how many octets follow.
final class POP3Parser: StreamParsing {
    /// What a command is to the reply that it waits for.
    private enum Pending {
        case other, authentication, startTLS
        /// Several lines follow the reply.
        case listing
        /// A mail follows: the command, and its arguments.
        case mail(String, [UInt8])
    }

    /// What the server is sending.
    private enum Mode {
        case replies, listing, mail
    }

    private let configuration: AppLayerConfiguration
    private var mode = Mode.replies
    private var clientLine: LineBuffer
    private var serverLine: LineBuffer
    private var pending: [Pending] = []
    private var hasReply = false
    private var hasEnded = false
    private var isTLSAsked = false
    private var text = DotStuffedText()
    private var mail: MailTransfer?
    private var request: [RecordField] = []
    private var transactions: UInt64 = 0

    init(_ configuration: AppLayerConfiguration) {
        self.configuration = configuration
        clientLine = LineBuffer(limit: configuration.largestHeader)
        serverLine = LineBuffer(limit: configuration.largestHeader)
    }

    func take(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int {
        guard !hasEnded else { return 0 }
        return direction == .toServer ? takeClient(bytes, output) : takeServer(bytes, output)
    }

    // MARK: Client

    private func takeClient(_ bytes: Span<UInt8>, _ output: ParserOutput) -> Int {
        var position = 0
        while position < bytes.count {
            if isTLSAsked, clientLine.isEmpty, bytes[position] == Self.tlsHandshake {
                finish(isClosed: false, output)
                return position
            }
            guard let line = clientLine.take(bytes, &position) else { return position }
            if line.isCut { output.note(.mailLimit) }
            command(line.bytes, output)
        }
        return position
    }

    /// The first byte of a TLS record with a handshake, which no command begins with.
    private static let tlsHandshake: UInt8 = 0x16

    private func command(_ line: [UInt8], _ output: ParserOutput) {
        let words = MailText.words(line, most: 2)
        let hasArgument = words.count > 1
        let verb = MailText.uppercase(words.first ?? [])
        switch verb {
        case "RETR", "TOP":
            wait(.mail(verb, hasArgument ? Array(words[1].prefix(64)) : []), output)
        case "LIST", "UIDL": wait(hasArgument ? .other : .listing, output)
        case "CAPA": wait(.listing, output)
        case "AUTH": wait(hasArgument ? .authentication : .listing, output)
        case "STLS":
            isTLSAsked = true
            wait(.startTLS, output)
        case "USER", "PASS", "APOP", "STAT", "DELE", "NOOP", "RSET", "QUIT", "LAST", "UTF8", "LANG":
            wait(.other, output)
        default:
            // What is said to authenticate is no command.
            if case .authentication? = pending.last { return }
            wait(.other, output)
        }
    }

    private func wait(_ command: Pending, _ output: ParserOutput) {
        guard pending.count < configuration.mostPending else {
            pending.removeAll(keepingCapacity: true)
            if hasReply { output.note(.mailLimit) }
            return
        }
        pending.append(command)
    }

    // MARK: Server

    private func takeServer(_ bytes: Span<UInt8>, _ output: ParserOutput) -> Int {
        var position = 0
        while position < bytes.count {
            if mode == .mail {
                guard var current = mail else {
                    mode = .replies
                    continue
                }
                mail = nil
                let isOver = text.take(bytes, &position, &current, output)
                mail = current
                if isOver { endMail(nil, output) }
                continue
            }
            guard let line = serverLine.take(bytes, &position) else { return position }
            if line.isCut { output.note(.mailLimit) }
            if mode == .listing {
                if line.bytes == [0x2E] { mode = .replies }
            } else {
                reply(line.bytes, output)
            }
            if hasEnded { return position }
        }
        return position
    }

    private func reply(_ line: [UInt8], _ output: ParserOutput) {
        let words = MailText.words(line, most: 3)
        let isPositive = words.first.map { MailText.uppercase($0) == "+OK" } ?? false
        guard isPositive || words.first.map({ MailText.uppercase($0) == "-ERR" }) ?? false else {
            if line.first != 0x2B, !pending.isEmpty { output.note(.mailMalformed) }
            return
        }
        let isGreeting = !hasReply && isPositive && pending.isEmpty
        hasReply = true
        guard !pending.isEmpty else {
            if !isGreeting || words.count > 2, isPositive, Self.announces(words) {
                begin("", [], output)
            }
            return
        }
        let command = pending.removeFirst()
        guard isPositive else {
            if case .startTLS = command { isTLSAsked = false }
            return
        }
        switch command {
        case .mail(let verb, let argument): begin(verb, argument, output)
        case .listing: mode = .listing
        case .startTLS: finish(isClosed: false, output)
        case .other, .authentication: break
        }
    }

    /// True for `+OK 120 octets`, which servers say before a mail; the client was not seen.
    private static func announces(_ words: [ArraySlice<UInt8>]) -> Bool {
        words.count > 2 && MailText.number(words[1]) != nil
            && MailText.lowercase(words[2]).hasPrefix("octets")
    }

    private func begin(_ verb: String, _ argument: [UInt8], _ output: ParserOutput) {
        mode = .mail
        text = DotStuffedText()
        mail = MailTransfer(.pop3, .toClient, transaction: transactions)
        request = []
        guard !verb.isEmpty else { return }
        let arguments = MailText.words(argument).map { RecordValue.text(String(decoding: $0, as: UTF8.self)) }
        request = [
            RecordField(
                "request",
                .object([RecordField("command", verb), RecordField("args", .list(arguments))]))
        ]
    }

    private func endMail(_ reason: FileRecord.Reason?, _ output: ParserOutput) {
        if text.isAmbiguous { output.note(.mailMalformed) }
        mode = .replies
        guard let summary = mail?.end(reason, output) else {
            mail = nil
            return
        }
        mail = nil
        let response = RecordField(
            "response", .object([RecordField("success", .flag(true)), RecordField("status", "OK")]))
        output.report(.pop3, .toClient, number: transactions, request + [response, summary.field])
        transactions += 1
    }

    func gap(_ length: UInt64, _ direction: Direction, _ output: ParserOutput) {
        if direction == .toServer {
            clientLine.lose()
            pending.removeAll()
        } else if mode == .mail {
            mail?.skip(length, output)
            text.lose()
        } else {
            serverLine.lose()
            if mode == .replies { pending.removeAll() }
        }
    }

    func finish(isClosed: Bool, _ output: ParserOutput) {
        if mode == .mail { endMail(.cut, output) }
        hasEnded = true
    }
}
