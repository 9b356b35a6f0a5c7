import NetTypes

/// The parser of the control connection of FTP (RFC 959, RFC 2428, RFC 3659, RFC 4217). Each command is a transaction
/// with the replies to it; data connections are announced to the output as expected flows.
///
/// Passwords are never reported. After a gap each direction goes on at its next line; replies to commands that cannot
/// be told any more are reported without one.
final class FTPParser: StreamParsing {
    let configuration: AppLayerConfiguration
    private var commands: FTPLineReader
    private var answers: FTPLineReader
    var waiting = FTPQueue()
    var reply: FTPReply
    /// The data connection that the next transfer uses; nil when none was agreed upon.
    var prepared: FTPTransfer?
    /// Where the next transfer begins in its file (REST).
    var restart: UInt64 = 0
    /// True when data connections are under TLS (PROT P), which is told by looking at them.
    var isProtected = false
    /// True when the rest of the flow is TLS.
    var isOver = false
    /// True after a gap in the replies, until one is understood again.
    var isResynchronizing = false
    private var nextNumber: UInt64 = 0

    init(_ configuration: AppLayerConfiguration) {
        self.configuration = configuration
        commands = FTPLineReader(limit: configuration.largestHeader)
        answers = FTPLineReader(limit: configuration.largestHeader)
        reply = FTPReply(limit: configuration.largestHeader)
    }

    /// As `StreamParsing` has it. Fewer bytes than there are belong to it when TLS begins behind them (RFC 4217).
    func take(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int {
        var position = 0
        while !isOver, let line = next(bytes, &position, direction, output) {
            direction == .toServer ? command(line, output) : answer(line, output)
        }
        return position
    }

    /// As `StreamParsing` has it.
    func gap(_ length: UInt64, _ direction: Direction, _ output: ParserOutput) {
        guard length > 0, !isOver else { return }
        if direction == .toServer {
            commands.lose()
            return
        }
        answers.lose()
        isResynchronizing = true
        // Which command a later reply is for cannot be told: the lost ones may have answered any of these.
        reportWaiting(output)
    }

    /// As `StreamParsing` has it.
    func finish(isClosed: Bool, _ output: ParserOutput) {
        reportWaiting(output)
        if !reply.isEmpty { report(nil, isAnswered: false, output) }
    }

    private func next(
        _ bytes: Span<UInt8>, _ position: inout Int, _ direction: Direction, _ output: ParserOutput
    ) -> FTPLineReader.Line? {
        let line: FTPLineReader.Line?
        let isLong: Bool
        if direction == .toServer {
            line = commands.next(bytes, &position)
            isLong = commands.takeOverflow()
        } else {
            line = answers.next(bytes, &position)
            isLong = answers.takeOverflow()
        }
        if isLong || line?.isTruncated == true { output.note(.transferLimit) }
        return line
    }

    /// The number of the next transaction.
    func number() -> UInt64 {
        defer { nextNumber += 1 }
        return nextNumber
    }

    // MARK: Records

    /// Reports all that wait as not answered.
    func reportWaiting(_ output: ParserOutput) {
        while let entry = waiting.removeFirst() { report(entry, isAnswered: false, output) }
    }

    /// Reports a command with the replies to it, or replies that nobody asked for. `port` is the one that the reply
    /// names.
    func report(_ entry: FTPQueue.Entry?, isAnswered: Bool, port: UInt16 = 0, _ output: ParserOutput) {
        var fields: [RecordField] = []
        if let command = entry?.command {
            fields.append(RecordField("command", command.name))
            if !command.argument.isEmpty, !command.isSecret {
                fields.append(RecordField("command_data", bytes: command.argument))
            }
            fields.append(RecordField("command_truncated", .flag(command.isTruncated)))
        }
        fields += reply.fields
        let named = port == 0 ? entry?.port ?? 0 : port
        if named != 0 { fields.append(RecordField("dynamic_port", named)) }
        if let command = entry?.command, command.isActive || command.isPassive {
            fields.append(RecordField("mode", command.isActive ? "active" : "passive"))
        }
        fields.append(RecordField("reply_received", isAnswered ? "yes" : "no"))
        fields.append(RecordField("reply_truncated", .flag(reply.isTruncated)))
        reply = FTPReply(limit: configuration.largestHeader)
        output.report(.ftp, entry == nil ? .toClient : .toServer, number: entry?.number ?? number(), fields)
    }
}
