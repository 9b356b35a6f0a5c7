import NetTypes

/// SMB of all versions over TCP: on port 445 directly (MS-SMB2 section 2.1), on 139 in the NetBIOS session service
/// (RFC 1002 section 4.3), which frames records in the same way.
///
/// Reported, one a request with its response: what negotiates, logs in, connects to a share and opens a file, and
/// every other request that was refused. Reads, writes and closes that succeed are not: the objects tell of them.
/// Objects: for each handle what was read through it and what was written. Encrypted and compressed records are
/// reported once a flow, and not looked into.
///
/// Kept: the head of a message in each direction (`largestHeader`), and as many requests, shares and open files as
/// `mostPending` says; over that the oldest gives way, which is noted as `shareLimit`.
final class SMBParser: StreamParsing {
    let configuration: AppLayerConfiguration
    private let toServer = SMBReader()
    private let toClient = SMBReader()
    var requests: SMBTable<SMBRequest.Key, SMBRequest>
    var shares: SMBTable<SMBShare.Key, SMBShare>
    var files: SMBTable<SMBHandle, SMBOpenFile>
    /// The request by which a client of SMB1 began; a server may answer it in SMB2.
    var negotiation: SMBRequest.Key?
    /// How often messages may have gone unseen: gaps, and bytes that could not be read.
    var losses: UInt64 = 0
    /// The dialect that the server has chosen; empty before it has.
    var dialect = ""
    /// Transactions reported.
    var transactions: UInt64 = 0
    private var hasReportedEncrypted = false
    private var hasReportedCompressed = false

    init(_ configuration: AppLayerConfiguration) {
        self.configuration = configuration
        requests = SMBTable(limit: configuration.mostPending)
        shares = SMBTable(limit: configuration.mostPending)
        files = SMBTable(limit: configuration.mostPending)
    }

    func take(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int {
        let reader = direction == .toServer ? toServer : toClient
        var position = 0
        while true {
            switch reader.next(bytes, &position) {
            case .hungry:
                return bytes.count
            case .head:
                examine(reader, direction, output)
            case .payload(let range):
                guard let sink = reader.sink else { continue }
                sink.file.take(bytes.extracting(range), sink, direction, output)
                reader.sink?.advance(range.count)
            case .lost:
                losses += 1
                output.note(.shareMalformed)
            }
        }
    }

    func gap(_ length: UInt64, _ direction: Direction, _ output: ParserOutput) {
        guard length > 0 else { return }
        let reader = direction == .toServer ? toServer : toClient
        let lost = reader.lose(length)
        if lost.hasLostMessages { losses += 1 }
        if let sink = lost.sink { sink.file.lose(lost.count, sink, direction, output) }
    }

    func finish(isClosed: Bool, _ output: ParserOutput) {
        for reader in [toServer, toClient] {
            guard let lost = reader.unfinished else { continue }
            lost.sink.file.lose(lost.count, lost.sink, reader === toServer ? .toServer : .toClient, output)
        }
        for request in requests.removeAll(where: { _, _ in true }) {
            if request.command.isAlwaysReported { report(request, nil, output) }
            abandon(request, output)
        }
        for file in files.removeAll(where: { _, _ in true }) {
            file.finish(isClosed: file.isClosing, losses: losses, output)
        }
    }

    // MARK: Messages

    /// Looks at the start of a message and says what is to become of it.
    private func examine(_ reader: SMBReader, _ direction: Direction, _ output: ParserOutput) {
        guard reader.chain.count <= SMBChain.longest else {
            losses += 1
            output.note(.shareLimit)
            return reader.skipRecord()
        }
        let head = reader.head
        guard head.count >= 4, SMBReader.isIdentifier(Self.identifier(head)) else {
            losses += 1
            output.note(.shareMalformed)
            // What follows a good message may be padding; a record that begins badly is none.
            return head.count >= 4 && reader.chain.count == 1 ? reader.search() : reader.skipRecord()
        }
        switch head[0] {
        case 0xfe: examineSMB2(reader, direction, output)
        case 0xff: examineSMB1(reader, direction, output)
        case 0xfd: examineEncrypted(reader, direction, output)
        default: examineCompressed(reader, direction, output)
        }
    }

    private static func identifier(_ head: [UInt8]) -> UInt32 {
        head.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Asks for more of a message. What the message does not have makes it a lie.
    func want(_ count: Int, _ reader: SMBReader, _ output: ParserOutput) {
        guard count <= reader.messageLength, count > reader.head.count else {
            return refuse(reader, output)
        }
        reader.want(count)
    }

    /// A message that lies about its lengths: the next record is waited for.
    func refuse(_ reader: SMBReader, _ output: ParserOutput) {
        losses += 1
        output.note(.shareMalformed)
        reader.skipRecord()
    }

    /// A record in an SMB2 TRANSFORM_HEADER (MS-SMB2 section 2.2.41).
    private func examineEncrypted(_ reader: SMBReader, _ direction: Direction, _ output: ParserOutput) {
        let head = SMBBytes(reader.head)
        guard head.count >= 52, let session = head.quad(44) else { return want(52, reader, output) }
        if !hasReportedEncrypted {
            hasReportedEncrypted = true
            let fields = [RecordField("encrypted", .flag(true)), Self.field(session: session)]
            report(direction, fields, output)
        }
        reader.skipRecord()
    }

    /// A record in an SMB2 COMPRESSION_TRANSFORM_HEADER (MS-SMB2 section 2.2.42).
    private func examineCompressed(_ reader: SMBReader, _ direction: Direction, _ output: ParserOutput) {
        let head = SMBBytes(reader.head)
        guard let isChained = head.word(10), let offset = head.long(12) else {
            return want(16, reader, output)
        }
        // Where the compressed part begins in a record that is not chained: behind its end in a known attack.
        if isChained & 1 == 0, Int(offset) > reader.messageLength - 16 { output.note(.shareMalformed) }
        if !hasReportedCompressed {
            hasReportedCompressed = true
            report(direction, [RecordField("compressed", .flag(true))], output)
        }
        reader.skipRecord()
    }
}
