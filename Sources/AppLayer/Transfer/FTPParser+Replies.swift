import NetTypes

extension FTPParser {
    /// Takes a line of the server.
    func answer(_ line: FTPLineReader.Line, _ output: ParserOutput) {
        let wasTruncated = reply.isTruncated
        let step = reply.take(line)
        if reply.isTruncated, !wasTruncated { output.note(.transferLimit) }
        switch step {
        case .more:
            isResynchronizing = false
        case .malformed:
            if !isResynchronizing { output.note(.transferMalformed) }
        case .whole(let code):
            isResynchronizing = false
            settle(code, output)
        }
    }

    /// A reply is whole.
    private func settle(_ code: Int, _ output: ParserOutput) {
        let isPassive = code == 227 || code == 229
        // Such a reply says by itself what it is for; it is no answer to another command, which may have been lost.
        guard let entry = waiting.first, !isPassive || entry.command.isPassive else {
            let port = isPassive ? announcePassive(code, FTPTransfer(isActive: false), output) : 0
            report(nil, isAnswered: true, port: port, output)
            return
        }
        if code < 200 {
            waiting.run()
            begun(entry)
            return
        }
        _ = waiting.removeFirst()
        var port: UInt16 = 0
        if isPassive, let transfer = entry.transfer { port = announcePassive(code, transfer, output) }
        if code >= 400 { refused(entry) }
        if entry.command.name == "PROT", code < 300 {
            isProtected = ["P", "E"].contains(entry.command.text.uppercased())
        }
        report(entry, isAnswered: true, port: port, output)
        if code == 234, entry.command.asksForTLS {
            isOver = true
            reportWaiting(output)
        }
    }

    /// The server has accepted a transfer. The name of a file that is stored as unique is told here
    /// (RFC 1123 section 4.1.2.9).
    private func begun(_ entry: FTPQueue.Entry) {
        guard entry.command.name == "STOU", let transfer = entry.transfer,
            reply.last.starts(with: Array("FILE: ".utf8))
        else { return }
        let name = reply.last.dropFirst(6).prefix(RecordValue.longestText)
        transfer.rename(String(decoding: name, as: UTF8.self))
    }

    /// The server has refused a command.
    private func refused(_ entry: FTPQueue.Entry) {
        if entry.command.name == "REST" { restart = 0 }
        guard let transfer = entry.transfer else { return }
        if entry.command.movement == nil {
            if prepared === transfer { prepared = nil }
        } else if entry.isRunning {
            transfer.isAborted = true
        } else if !transfer.isStarted {
            // The data connection was not used: it is for the next transfer, if no other was agreed upon.
            transfer.clear()
            if prepared == nil { prepared = transfer }
        }
    }

    /// The server names its end: the client will come there. Returns the port; 0 when the reply names none.
    private func announcePassive(_ code: Int, _ transfer: FTPTransfer, _ output: ParserOutput) -> UInt16 {
        let flow = output.origin.flow
        let own = flow.server.address
        let end =
            code == 227
            ? FTPAddress.port(reply.last)
            : FTPAddress.extendedPassivePort(reply.last).map { Endpoint(address: own, port: $0) }
        guard let end else {
            output.note(.transferMalformed)
            return 0
        }
        // A command that was lost has prepared nothing. One that was seen has, unless another one followed it.
        if transfer.command == nil, prepared == nil { prepared = transfer }
        announce(end, own: own, from: flow.client.address, transfer, output)
        return end.port
    }
}
