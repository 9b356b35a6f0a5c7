import NetTypes

extension SMBParser {
    /// Takes a response. Returns where its payload goes.
    func answer(_ block: SMB1Block, _ message: inout SMB1Message, _ output: ParserOutput) -> SMBSink? {
        let (header, head) = (message.header, message.head)
        guard let request = requests.remove(message.key(block)) else { return nil }
        var outcome = Outcome(status: header.status, session: UInt64(header.user), tree: UInt32(header.tree))
        var sink: SMBSink?
        if !header.status.isError {
            switch block.command {
            case 0x04:
                if let file = request.file { close(file, output) }
            case 0x0a, 0x2e:
                sink = request.file.map { SMBSink($0, isRead: true, request.offset) }
                if let payload = block.payload, header.status.isSuccess {
                    noteEnd(of: request, got: payload.count)
                }
                if header.status == .endOfFile { request.file?.hasNothing(at: request.offset) }
            case 0x02, 0x03, 0x0f, 0x2d, 0xa2:
                answerOpen(block, request, message, outcome, output)
                return nil
            case 0x32 where request.opening != nil:
                finishOpen(answerTransaction(block, message), request, message, outcome, output)
                return nil
            case 0x71:
                disconnect(session: 0, tree: UInt32(header.tree), output)
            case 0x72:
                let index = Int(head.word(block.words) ?? .max)
                if request.dialects.indices.contains(index) { dialect = request.dialects[index] }
            case 0x75:
                answerTree(block, request, message, &outcome, output)
            default:
                break
            }
        }
        if request.command.isAlwaysReported || header.status.isError { report(request, outcome, output) }
        if header.status.isError { abandon(request, output) }
        return sink
    }

    /// TREE_CONNECT_ANDX Response (MS-CIFS section 2.2.4.55.2).
    private func answerTree(
        _ block: SMB1Block, _ request: SMBRequest, _ message: SMB1Message, _ outcome: inout Outcome,
        _ output: ParserOutput
    ) {
        // The kind of service is never in UTF-16.
        let service = message.head.terminated(
            block.bytes.lowerBound, block.bytes.upperBound, isUnicode: false
        ).text
        outcome.shareType =
            service == "A:" ? "FILE" : service == "IPC" ? "PIPE" : service == "LPT1:" ? "PRINT" : ""
        let isPipe = service == "IPC" || service == "LPT1:" || service == "COMM"
        let key = SMBShare.Key(session: 0, tree: UInt32(message.header.tree))
        connect(SMBShare(name: request.name, isPipe: isPipe), key, output)
    }

    /// The responses to NT_CREATE_ANDX, OPEN_ANDX, OPEN, CREATE and CREATE_NEW.
    private func answerOpen(
        _ block: SMB1Block, _ request: SMBRequest, _ message: SMB1Message, _ outcome: Outcome,
        _ output: ParserOutput
    ) {
        let (head, words) = (message.head, block.words)
        var answer: (fid: UInt16, opened: SMBOpened)?
        switch (block.command, block.wordBytes) {
        case (0xa2, 68...):
            guard let fid = head.word(words + 5), let size = head.quad(words + 55) else { break }
            answer = (
                fid,
                SMBOpened(
                    created: head.quad(words + 11) ?? 0, accessed: head.quad(words + 19) ?? 0,
                    modified: head.quad(words + 27) ?? 0, changed: head.quad(words + 35) ?? 0, size: size)
            )
            // File types 1 and 2 are pipes, 3 is a printer (MS-CIFS section 2.2.4.64.2).
            if let type = head.word(words + 63), (1...3).contains(type) { request.file?.isPipe = true }
        case (0x2d, 30...):
            guard let fid = head.word(words + 4), let size = head.long(words + 12) else { break }
            answer = (fid, SMBOpened(size: UInt64(size)))
            if let type = head.word(words + 18), (1...3).contains(type) { request.file?.isPipe = true }
        case (0x02, 14...):
            guard let fid = head.word(words), let size = head.long(words + 8) else { break }
            answer = (fid, SMBOpened(size: UInt64(size)))
        case (0x03, 2...), (0x0f, 2...):
            guard let fid = head.word(words) else { break }
            answer = (fid, SMBOpened())
        default:
            break
        }
        finishOpen(answer, request, message, outcome, output)
    }

    /// A file has been opened, or its response does not say how.
    private func finishOpen(
        _ answer: (fid: UInt16, opened: SMBOpened)?, _ request: SMBRequest, _ message: SMB1Message,
        _ outcome: Outcome, _ output: ParserOutput
    ) {
        guard let answer, let file = request.file else {
            output.note(.shareMalformed)
            report(request, outcome, output)
            return abandon(request, output)
        }
        var outcome = outcome
        outcome.opened = answer.opened
        outcome.opened?.fuid = String(answer.fid, radix: 16)
        file.transaction = report(request, outcome, output)
        file.hasLength(answer.opened.size)
        open(file, SMBHandle(fid: answer.fid, tree: message.header.tree), output)
    }
}
