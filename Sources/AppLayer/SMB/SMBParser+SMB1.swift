import NetTypes

extension SMBParser {
    /// A message of SMB1 that is being looked at, with what its commands have in common.
    struct SMB1Message {
        let header: SMB1Header
        let head: SMBBytes
        let direction: Direction
        /// The file that a command of the chain opens, for those that follow it.
        var file: SMBOpenFile?

        /// The key of a command's request.
        func key(_ block: SMB1Block) -> SMBRequest.Key {
            header.key(block.command, ofRequest: header.isResponse ? direction.reversed : direction)
        }
    }

    /// Looks at a message of SMB1, whose start may not be whole yet.
    func examineSMB1(_ reader: SMBReader, _ direction: Direction, _ output: ParserOutput) {
        let head = SMBBytes(reader.head)
        guard let header = SMB1Header(head) else { return want(SMB1Header.size, reader, output) }
        switch SMB1Block.layout(head, header, length: reader.messageLength) {
        case .malformed:
            refuse(reader, output)
        case .need(let count):
            guard count <= configuration.largestHeader else {
                losses += 1
                output.note(.shareLimit)
                return reader.skipRecord()
            }
            want(count, reader, output)
        case .chain(let blocks):
            var message = SMB1Message(header: header, head: head, direction: direction)
            var sink: SMBSink?
            for block in blocks {
                if header.isResponse {
                    sink = answer(block, &message, output)
                } else {
                    sink = ask(block, &message, output)
                }
            }
            if let payload = blocks.last?.payload, payload.lowerBound == head.count {
                reader.begin(payload: payload.count, sink)
            } else {
                if blocks.last?.payload.map({ !$0.isEmpty }) == true { output.note(.shareMalformed) }
                reader.skipMessage()
            }
        }
    }

    // MARK: Requests

    /// Takes a request. Returns where its payload goes.
    private func ask(_ block: SMB1Block, _ message: inout SMB1Message, _ output: ParserOutput) -> SMBSink? {
        let (header, head, words) = (message.header, message.head, block.words)
        var request = SMBRequest(.smb1(block.command), message.direction)
        request.tree = UInt32(header.tree)
        request.session = UInt64(header.user)
        var sink: SMBSink?
        switch block.command {
        case 0x04:
            request.file = file(block, words, message, output)
            request.file?.isClosing = true
        case 0x0a:
            request.file = file(block, words, message, output)
            request.length = UInt32(head.word(words + 2) ?? 0)
            request.offset = UInt64(head.long(words + 4) ?? 0)
        case 0x0b:
            request.file = file(block, words, message, output)
            sink = request.file.map { SMBSink($0, isRead: false, UInt64(head.long(words + 4) ?? 0)) }
        case 0x2e:
            request.file = file(block, words + 4, message, output)
            request.length = length(ofRead: block, head)
            request.offset = offset(block, 24, 20, head)
        case 0x2f:
            request.file = file(block, words + 4, message, output)
            sink = request.file.map { SMBSink($0, isRead: false, offset(block, 28, 24, head)) }
        case 0x02, 0x03, 0x0f, 0x2d, 0xa2:
            askOpen(block, &request, &message, output)
        case 0x32:
            askTransaction(block, &request, &message, output)
        case 0x72:
            request.dialects = Self.dialects(block, head)
            negotiation = message.key(block)
        case 0x73:
            request.login = Self.login(block, header, head)
        case 0x75:
            let password = block.wordBytes >= 8 ? Int(head.word(words + 6) ?? 0) : 0
            request.name = text(block, block.bytes.lowerBound + password, message, output)
        default:
            break
        }
        if request.name.isEmpty, let file = request.file { request.name = file.name }
        // The rest of a long transaction and NT_CANCEL have no response of their own.
        if [0x26, 0x33, 0xa1, 0xa4].contains(block.command) { return nil }
        expect(request, message.key(block), output)
        return sink
    }

    /// The file that a FID names; in a chain that opens one, that one.
    private func file(
        _ block: SMB1Block, _ place: Int, _ message: SMB1Message, _ output: ParserOutput
    ) -> SMBOpenFile? {
        if let file = message.file { return file }
        guard place + 2 <= block.words + block.wordBytes, let fid = message.head.word(place) else {
            return nil
        }
        return file(SMBHandle(fid: fid, tree: message.header.tree), output)
    }

    /// The offset of a read or write, whose upper half is only in requests with that many bytes of words.
    private func offset(_ block: SMB1Block, _ longWords: Int, _ high: Int, _ head: SMBBytes) -> UInt64 {
        let low = UInt64(head.long(block.words + 6) ?? 0)
        guard block.wordBytes >= longWords, let upper = head.long(block.words + high) else { return low }
        return UInt64(upper) << 32 | low
    }

    /// Bytes that a READ_ANDX asks for. Its upper half is a timeout instead in reads of pipes, and all ones from some
    /// clients (MS-SMB section 2.2.4.2.1).
    private func length(ofRead block: SMB1Block, _ head: SMBBytes) -> UInt32 {
        let low = UInt32(head.word(block.words + 10) ?? 0)
        guard block.wordBytes >= 20, let high = head.word(block.words + 14), high < 0x100 else { return low }
        return UInt32(high) << 16 | low
    }

    /// NT_CREATE_ANDX, OPEN_ANDX, OPEN, CREATE and CREATE_NEW.
    private func askOpen(
        _ block: SMB1Block, _ request: inout SMBRequest, _ message: inout SMB1Message, _ output: ParserOutput
    ) {
        let head = message.head
        var opening = SMBOpening(
            disposition: block.command == 0x0f ? 2 : block.command == 0x03 ? 5 : 1, options: 0)
        if block.command == 0xa2 {
            guard block.wordBytes >= 48 else { return output.note(.shareMalformed) }
            opening.disposition = head.long(block.words + 35) ?? 0
            opening.options = head.long(block.words + 39) ?? 0
        }
        // The older commands say before each field what format it has: 4 for text that ends with a zero.
        let skipped = [0x02, 0x03, 0x0f].contains(block.command) ? 1 : 0
        let name = text(block, block.bytes.lowerBound + skipped, message, output)
        begin(name, opening, &request, &message)
    }

    /// Makes the file that a request asks to open.
    func begin(
        _ name: String, _ opening: SMBOpening, _ request: inout SMBRequest, _ message: inout SMB1Message
    ) {
        let share = shares[SMBShare.Key(session: 0, tree: UInt32(message.header.tree))]
        let file = SMBOpenFile(name: name, isPipe: share?.isPipe ?? false, losses: losses)
        request.name = name
        request.opening = opening
        request.file = file
        message.file = file
    }

    /// Text of a block's bytes up to its zero.
    func text(_ block: SMB1Block, _ start: Int, _ message: SMB1Message, _ output: ParserOutput) -> String {
        let end = block.bytes.upperBound
        let text = message.head.terminated(start, end, isUnicode: message.header.isUnicode)
        if text.next - start > SMBBytes.longestName { output.note(.shareLimit) }
        return text.text
    }

    /// Bytes of a dialect's name that are kept; the longest in use has 28.
    private static let longestDialect = 64

    /// The dialects of a NEGOTIATE request: each is 2 and text that ends with a zero.
    private static func dialects(_ block: SMB1Block, _ head: SMBBytes) -> [String] {
        var dialects: [String] = []
        var at = block.bytes.lowerBound
        // A client knows a dozen dialects.
        while at < block.bytes.upperBound, dialects.count < 64 {
            let (text, next) = head.terminated(at + 1, block.bytes.upperBound, isUnicode: false)
            dialects.append(String(decoding: text.utf8.prefix(longestDialect), as: UTF8.self))
            at = max(next, at + 1)
        }
        return dialects
    }

    /// Who logs in: a security blob with 12 words, names in the clear with 13 (MS-CIFS section 2.2.4.53.1).
    private static func login(_ block: SMB1Block, _ header: SMB1Header, _ head: SMBBytes) -> SMBLogin? {
        let start = block.bytes.lowerBound
        if block.wordBytes == 24 {
            guard let length = head.word(block.words + 14) else { return nil }
            return head.slice(start, min(Int(length), block.bytes.count)).flatMap { SMBLogin(blob: $0) }
        }
        guard block.wordBytes == 26, let plain = head.word(block.words + 14),
            let hashed = head.word(block.words + 16)
        else { return nil }
        let names = start + Int(plain) + Int(hashed)
        let user = head.terminated(names, block.bytes.upperBound, isUnicode: header.isUnicode)
        let domain = head.terminated(user.next, block.bytes.upperBound, isUnicode: header.isUnicode)
        return SMBLogin(domain: domain.text, user: user.text, host: "")
    }
}
