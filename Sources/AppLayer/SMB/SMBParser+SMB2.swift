import NetTypes

extension SMBParser {
    /// Looks at a message of SMB2, whose header may not be whole yet.
    func examineSMB2(_ reader: SMBReader, _ direction: Direction, _ output: ParserOutput) {
        let head = SMBBytes(reader.head)
        guard head.count >= SMB2Header.size else { return want(SMB2Header.size, reader, output) }
        guard let header = SMB2Header(head) else { return refuse(reader, output) }
        if header.next != 0, !reader.isBounded {
            guard header.next >= SMB2Header.size, header.next % 8 == 0, reader.bound(header.next) else {
                return refuse(reader, output)
            }
        }
        if header.isResponse, header.status == .pending { return reader.skipMessage() }
        switch (header.isResponse, header.command) {
        case (true, 8) where header.status.isSuccess || header.status == .bufferOverflow:
            examineRead(header, head, reader, direction, output)
        case (false, 9):
            examineWrite(header, head, reader, direction, output)
        case (true, 0), (true, 3), (true, 5), (false, 1), (false, 3), (false, 5), (false, 6), (false, 8):
            let length = min(reader.messageLength, configuration.largestHeader)
            guard head.count >= length else { return reader.want(length) }
            if length < reader.messageLength { output.note(.shareLimit) }
            fallthrough
        default:
            if header.isResponse {
                answer(header, head, direction, output)
            } else {
                ask(header, head, reader, direction, output)
            }
            reader.skipMessage()
        }
    }

    /// READ Response (MS-SMB2 section 2.2.20): what follows its header goes to the file that was asked for.
    private func examineRead(
        _ header: SMB2Header, _ head: SMBBytes, _ reader: SMBReader, _ direction: Direction,
        _ output: ParserOutput
    ) {
        guard let start = head.byte(66), let length = head.long(68) else { return want(80, reader, output) }
        // A response without data need not say where these begin.
        let from = length == 0 ? 80 : Int(start)
        guard from >= 80, from <= reader.messageLength, Int(length) <= reader.messageLength - from else {
            return refuse(reader, output)
        }
        guard head.count >= from else { return want(from, reader, output) }
        guard let request = requests.remove(header.key(ofRequest: direction.reversed)),
            request.command == .smb2(8)
        else { return reader.skipMessage() }
        if header.status.isSuccess { noteEnd(of: request, got: Int(length)) }
        reader.begin(payload: Int(length), request.file.map { SMBSink($0, isRead: true, request.offset) })
    }

    /// WRITE Request (MS-SMB2 section 2.2.21).
    private func examineWrite(
        _ header: SMB2Header, _ head: SMBBytes, _ reader: SMBReader, _ direction: Direction,
        _ output: ParserOutput
    ) {
        guard let start = head.word(66), let length = head.long(68), let offset = head.quad(72),
            head.count >= 112
        else { return want(112, reader, output) }
        let from = length == 0 ? 112 : Int(start)
        guard from >= 112, from <= reader.messageLength, Int(length) <= reader.messageLength - from,
            from <= configuration.largestHeader
        else { return refuse(reader, output) }
        guard head.count >= from else { return want(from, reader, output) }
        var request = request(header, reader, direction)
        request.file = file(head, 80, request, header, reader, output)
        request.name = request.file?.name ?? ""
        expect(request, header.key(ofRequest: direction), output)
        reader.begin(payload: Int(length), request.file.map { SMBSink($0, isRead: false, offset) })
    }

    // MARK: Requests

    /// A request with the session and tree that hold for it.
    private func request(_ header: SMB2Header, _ reader: SMBReader, _ direction: Direction) -> SMBRequest {
        if !header.isRelated || reader.chain.count == 1 {
            reader.chain.session = header.session
            reader.chain.tree = header.tree
            reader.chain.file = nil
        }
        var request = SMBRequest(.smb2(header.command), direction)
        request.session = reader.chain.session
        request.tree = reader.chain.tree
        return request
    }

    /// The file that a request names, which a related one leaves to the message before it.
    private func file(
        _ head: SMBBytes, _ offset: Int, _ request: SMBRequest, _ header: SMB2Header, _ reader: SMBReader,
        _ output: ParserOutput
    ) -> SMBOpenFile? {
        guard let handle = SMBHandle(head, offset, session: request.session, tree: request.tree) else {
            return nil
        }
        if handle.isPrevious { return header.isRelated ? reader.chain.file : nil }
        let file = file(handle, output)
        reader.chain.file = file
        return file
    }

    private func ask(
        _ header: SMB2Header, _ head: SMBBytes, _ reader: SMBReader, _ direction: Direction,
        _ output: ParserOutput
    ) {
        var request = request(header, reader, direction)
        switch header.command {
        case 1:
            if let at = head.word(76), let length = head.word(78), let blob = head.slice(Int(at), Int(length))
            {
                request.login = SMBLogin(blob: blob)
            } else {
                output.note(.shareMalformed)
            }
        case 3:
            request.name = name(head, at: 68, output) ?? ""
        case 5:
            askCreate(head, &request, reader, output)
        case 6:
            request.file = file(head, 72, request, header, reader, output)
            request.file?.isClosing = true
        case 8:
            request.length = head.long(68) ?? 0
            request.offset = head.quad(72) ?? 0
            request.file = file(head, 80, request, header, reader, output)
        case 12:
            // CANCEL has no response of its own, and the number of the request that it is about.
            return
        default:
            break
        }
        if request.name.isEmpty, let file = request.file { request.name = file.name }
        expect(request, header.key(ofRequest: direction), output)
    }

    /// CREATE Request (MS-SMB2 section 2.2.13).
    private func askCreate(
        _ head: SMBBytes, _ request: inout SMBRequest, _ reader: SMBReader, _ output: ParserOutput
    ) {
        guard let disposition = head.long(100), let options = head.long(104) else {
            return output.note(.shareMalformed)
        }
        request.opening = SMBOpening(disposition: disposition, options: options)
        let name = name(head, at: 108, output) ?? ""
        let share = shares[SMBShare.Key(session: request.session, tree: request.tree)]
        let file = SMBOpenFile(name: name, isPipe: share?.isPipe ?? false, losses: losses)
        request.name = name
        request.file = file
        reader.chain.file = file
    }

    /// The UTF-16 name that an offset and a length in bytes point to; nil when they point outside.
    private func name(_ head: SMBBytes, at place: Int, _ output: ParserOutput) -> String? {
        guard let offset = head.word(place), let length = head.word(place + 2),
            let name = length == 0 ? "" : head.text(Int(offset), Int(length))
        else {
            output.note(.shareMalformed)
            return nil
        }
        if Int(length) > SMBBytes.longestName { output.note(.shareLimit) }
        return name
    }

    // MARK: Responses

    private func answer(
        _ header: SMB2Header, _ head: SMBBytes, _ direction: Direction, _ output: ParserOutput
    ) {
        let waiting = requests.remove(header.key(ofRequest: direction.reversed))
        var outcome = Outcome(status: header.status, session: header.session, tree: header.tree)
        if header.isAsynchronous { outcome.tree = waiting?.tree ?? 0 }
        if header.command == 0, header.status.isSuccess, let revision = head.word(68) {
            dialect = Self.dialect(revision)
            // A client of SMB1 that offers SMB2 gets its answer in SMB2 (MS-SMB2 section 3.3.5.3.1).
            let opener = negotiation.flatMap { $0.direction == direction ? nil : requests.remove($0) }
            report(waiting ?? opener ?? SMBRequest(.smb2(0), direction.reversed), outcome, output)
            return
        }
        guard let request = waiting, request.command == .smb2(header.command) else { return }
        switch (header.command, header.status.isSuccess) {
        case (2, true):
            disconnect(session: request.session, tree: nil, output)
        case (3, true):
            answerTree(request, head, &outcome, output)
        case (4, true):
            disconnect(session: request.session, tree: request.tree, output)
        case (5, true):
            return answerCreate(request, header, head, outcome, output)
        case (6, true):
            if let file = request.file { close(file, output) }
        case (8, false) where header.status == .endOfFile:
            request.file?.hasNothing(at: request.offset)
        default:
            break
        }
        if request.command.isAlwaysReported || header.status.isError { report(request, outcome, output) }
        if header.status.isError { abandon(request, output) }
    }

    /// TREE_CONNECT Response (MS-SMB2 section 2.2.10).
    private func answerTree(
        _ request: SMBRequest, _ head: SMBBytes, _ outcome: inout Outcome, _ output: ParserOutput
    ) {
        guard let type = head.byte(66) else { return output.note(.shareMalformed) }
        outcome.shareType = type == 1 ? "FILE" : type == 2 ? "PIPE" : type == 3 ? "PRINT" : ""
        let key = SMBShare.Key(session: request.session, tree: outcome.tree)
        connect(SMBShare(name: request.name, isPipe: type == 2 || type == 3), key, output)
    }

    /// CREATE Response (MS-SMB2 section 2.2.14).
    private func answerCreate(
        _ request: SMBRequest, _ header: SMB2Header, _ head: SMBBytes, _ outcome: Outcome,
        _ output: ParserOutput
    ) {
        guard let created = head.quad(72), let accessed = head.quad(80), let modified = head.quad(88),
            let changed = head.quad(96), let size = head.quad(112), let file = request.file,
            let handle = SMBHandle(head, 128, session: request.session, tree: request.tree)
        else {
            output.note(.shareMalformed)
            report(request, outcome, output)
            return abandon(request, output)
        }
        var outcome = outcome
        outcome.opened = SMBOpened(
            created: created, accessed: accessed, modified: modified, changed: changed, size: size,
            fuid: Self.fuid(head.bytes[128..<144]))
        file.transaction = report(request, outcome, output)
        file.hasLength(size)
        open(file, handle, output)
    }

    private static func dialect(_ revision: UInt16) -> String {
        switch revision {
        case 0x0202: "2.02"
        case 0x0210: "2.10"
        case 0x0300: "3.00"
        case 0x0302: "3.02"
        case 0x0310: "3.10"
        case 0x0311: "3.11"
        case 0x02ff: "2.??"
        default: "UNKNOWN"
        }
    }

    /// A FileId as the event log writes it: as if it were a GUID.
    private static func fuid(_ bytes: ArraySlice<UInt8>) -> String {
        let order = [3, 2, 1, 0, -1, 5, 4, -1, 7, 6, -1, 8, 9, -1, 10, 11, 12, 13, 14, 15]
        var text = ""
        for place in order {
            guard place >= 0, place < bytes.count else {
                text += "-"
                continue
            }
            let byte = bytes[bytes.startIndex + place]
            text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return text
    }
}
