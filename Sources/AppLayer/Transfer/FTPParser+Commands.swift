import NetTypes

extension FTPParser {
    /// Takes a line of the client.
    func command(_ line: FTPLineReader.Line, _ output: ParserOutput) {
        let command = FTPCommand(line)
        if command.isMalformed { output.note(.transferMalformed) }
        // An empty line is no command, and servers do not answer it.
        guard !command.name.isEmpty else { return }
        let number = number()
        var transfer: FTPTransfer?
        var port: UInt16 = 0
        if command.isPassive {
            transfer = FTPTransfer(isActive: false)
            prepared = transfer
        } else if command.isActive {
            port = announceActive(command, output)
            transfer = prepared
        } else if command.name == "REST" {
            restart = Self.offset(command.argument) ?? 0
        } else if let movement = command.movement {
            transfer = begin(command, movement, number, output)
        }
        while waiting.count >= max(1, configuration.mostPending)
            || waiting.count > 0 && waiting.bytes + command.argument.count > configuration.largestHeader
        {
            output.note(.transferLimit)
            report(waiting.removeFirst(), isAnswered: false, output)
        }
        waiting.append(FTPQueue.Entry(command: command, number: number, transfer: transfer, port: port))
    }

    /// A command that moves bytes takes the data connection that was agreed upon; without one it is the default
    /// connection, from the server to the client's end of the control connection (RFC 959 section 5.2).
    private func begin(
        _ command: FTPCommand, _ movement: FTPTransfer.Movement, _ number: UInt64, _ output: ParserOutput
    ) -> FTPTransfer {
        let transfer: FTPTransfer
        if let prepared {
            transfer = prepared
        } else {
            transfer = FTPTransfer(isActive: true)
            let flow = output.origin.flow
            expect(flow.client, from: flow.server.address, transfer, output)
        }
        transfer.fill(command, movement, transaction: number, offset: restart)
        prepared = nil
        restart = 0
        return transfer
    }

    /// The client names its end: the server will come there. Returns the port; 0 when the line names none.
    private func announceActive(_ command: FTPCommand, _ output: ParserOutput) -> UInt16 {
        prepared = nil
        let end =
            command.name == "PORT"
            ? FTPAddress.port(command.argument) : FTPAddress.extendedPort(command.argument)
        guard let end else {
            output.note(.transferMalformed)
            return 0
        }
        let transfer = FTPTransfer(isActive: true)
        prepared = transfer
        let flow = output.origin.flow
        announce(end, own: flow.client.address, from: flow.server.address, transfer, output)
        return end.port
    }

    /// Expects a data connection at an end that one side named. An address that is not its own is either an address
    /// translator's doing or an attack on somebody else (RFC 2577 section 3), so both are expected.
    func announce(
        _ end: Endpoint, own: IPAddress, from peer: IPAddress, _ transfer: FTPTransfer, _ output: ParserOutput
    ) {
        expect(end, from: peer, transfer, output)
        guard end.address != own else { return }
        output.note(.transferMalformed)
        expect(Endpoint(address: own, port: end.port), from: peer, transfer, output)
    }

    private func expect(
        _ end: Endpoint, from peer: IPAddress, _ transfer: FTPTransfer, _ output: ParserOutput
    ) {
        guard !isProtected else { return }
        output.expect(
            Expectation(transport: .tcp, endpoint: end, peer: peer, content: .ftpData(transfer)))
    }

    /// A decimal number; nil when it is none or too large.
    private static func offset(_ digits: [UInt8]) -> UInt64? {
        guard !digits.isEmpty, digits.count <= 20 else { return nil }
        var value: UInt64 = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            let (tens, isLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, isLarger) = tens.addingReportingOverflow(UInt64(digit - 0x30))
            guard !isLarge, !isLarger else { return nil }
            value = sum
        }
        return value
    }
}
