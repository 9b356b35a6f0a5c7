import NetTypes

/// The parser of TFTP (RFC 1350, RFC 2347, RFC 2348, RFC 7440): of the flow that carries requests, and of the flow
/// that a server answers on from a port of its own, whose client is the TFTP server.
///
/// Files are kept as they are transferred, also in the mode `netascii`.
final class TFTPParser: DatagramParsing {
    /// True when the flow was announced by a request on another flow.
    private let isAnnounced: Bool
    private var transfer: TFTPTransfer?
    private var blocks = TFTPBlocks()
    private var object: ObjectID?
    /// True when packets of the transfer at hand came on this flow.
    private var isAnswered = false
    /// True when the transfer at hand is over: what comes is a repetition.
    private var isOver = false
    /// True when the server has said which options it uses.
    private var isNegotiated = false
    /// The number of the request's transaction, when it belongs to this flow.
    private var requested: UInt64?
    private var nextNumber: UInt64 = 0

    init(_ configuration: AppLayerConfiguration, transfer: TFTPTransfer? = nil) {
        self.transfer = transfer
        isAnnounced = transfer != nil
    }

    /// As `DatagramParsing` has it.
    func take(_ datagram: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) {
        guard datagram.count >= 4, datagram[0] == 0 else {
            output.note(.transferMalformed)
            return
        }
        let number = UInt16(datagram[2]) << 8 | UInt16(datagram[3])
        switch datagram[1] {
        case 1, 2: request(datagram, direction, output)
        case 3: data(datagram.extracting(droppingFirst: 4), number, direction, output)
        case 4: acknowledge(number, direction, output)
        case 5: error(output)
        case 6: negotiate(datagram, direction, output)
        default: output.note(.transferMalformed)
        }
    }

    /// As `DatagramParsing` has it. A file whose last block never came is cut; one with holes has gaps.
    func finish(_ output: ParserOutput) {
        end(blocks.hasEnd ? .gap : .cut, output)
    }

    // MARK: Packets

    private func request(_ datagram: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) {
        guard !isAnnounced, direction == .toServer,
            let request = TFTPRequest(datagram, isWrite: datagram[1] == 2)
        else {
            output.note(.transferMalformed)
            return
        }
        // A request that is sent again asks for nothing new, as long as its transfer has not begun or goes on here.
        if let transfer, transfer.request == request, !transfer.isStarted || isAnswered && !isOver { return }
        if request.isMalformed { output.note(.transferMalformed) }
        if request.isTruncated { output.note(.transferLimit) }
        end(.cut, output)
        let transfer = TFTPTransfer(request)
        self.transfer = transfer
        blocks = TFTPBlocks()
        isOver = false
        isAnswered = false
        isNegotiated = false
        requested = report(request.isWrite ? "write" : "read", request, output)
        let flow = output.origin.flow
        output.expect(
            Expectation(
                transport: .udp, endpoint: flow.client, peer: flow.server.address, content: .tftp(transfer)))
    }

    private func data(
        _ bytes: Span<UInt8>, _ number: UInt16, _ direction: Direction, _ output: ParserOutput
    ) {
        guard let transfer, direction == way(transfer) else {
            output.note(.transferMalformed)
            return
        }
        begin(transfer)
        guard !isOver else { return }
        assumeOptions(transfer.request, bytes.count)
        if bytes.count > blocks.size { output.note(.transferMalformed) }
        let block = bytes.extracting(first: min(bytes.count, blocks.size))
        switch blocks.take(number, length: block.count) {
        case .at(let position): write(block, position, direction, output)
        case .behind(let lost, let position):
            output.skip(lost, of: open(direction, output))
            write(block, position, direction, output)
        case .repeated: break
        case .outside: output.note(.transferMalformed)
        }
        if blocks.isWhole { end(nil, output) }
    }

    private func acknowledge(_ number: UInt16, _ direction: Direction, _ output: ParserOutput) {
        guard let transfer, direction != way(transfer) else {
            output.note(.transferMalformed)
            return
        }
        begin(transfer)
        blocks.acknowledged = number
    }

    /// An error ends the transfer whoever sends it (RFC 1350 section 7).
    private func error(_ output: ParserOutput) {
        guard let transfer else {
            output.note(.transferMalformed)
            return
        }
        begin(transfer)
        report("error", transfer.request, output)
        end(.cut, output)
        isOver = true
    }

    /// The server says which options it uses (RFC 2347); it does so before the first block.
    private func negotiate(_ datagram: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) {
        guard let transfer, direction == (isAnnounced ? .toServer : .toClient) else {
            output.note(.transferMalformed)
            return
        }
        begin(transfer)
        guard blocks.isFresh else { return }
        let options = TFTPOptions(datagram, from: 2)
        let asked = transfer.request.options
        if options.isMalformed || (options.blockSize ?? 0) > (asked.blockSize ?? 0)
            || (options.windowSize ?? 0) > (asked.windowSize ?? 0)
        {
            output.note(.transferMalformed)
        }
        if options.isTruncated { output.note(.transferLimit) }
        isNegotiated = true
        blocks.size = options.blockSize ?? 512
        blocks.window = options.windowSize ?? 1
    }

    private func begin(_ transfer: TFTPTransfer) {
        transfer.isStarted = true
        isAnswered = true
    }

    // MARK: The file

    /// The direction of the blocks. The client of an announced flow is the TFTP server.
    private func way(_ transfer: TFTPTransfer) -> Direction {
        transfer.request.isWrite != isAnnounced ? .toServer : .toClient
    }

    /// A first block that is longer than the default shows that the server took the options, when the packet that
    /// says so was lost.
    private func assumeOptions(_ request: TFTPRequest, _ length: Int) {
        guard blocks.isFresh, !isNegotiated, length > blocks.size else { return }
        isNegotiated = true
        blocks.size = request.options.blockSize ?? blocks.size
        blocks.window = request.options.windowSize ?? blocks.window
    }

    private func write(
        _ block: Span<UInt8>, _ position: UInt64, _ direction: Direction, _ output: ParserOutput
    ) {
        guard !block.isEmpty else { return }
        output.write(block, at: position, to: open(direction, output))
    }

    private func open(_ direction: Direction, _ output: ParserOutput) -> ObjectID {
        if let object { return object }
        let id = output.begin(
            ObjectDescription(
                application: .tftp, kind: .tftpFile, direction: direction, name: transfer?.request.name ?? "",
                transaction: requested))
        object = id
        return id
    }

    private func end(_ reason: FileRecord.Reason?, _ output: ParserOutput) {
        isOver = true
        if let object { output.end(object, reason) }
        object = nil
    }

    @discardableResult
    private func report(_ packet: String, _ request: TFTPRequest, _ output: ParserOutput) -> UInt64 {
        defer { nextNumber += 1 }
        output.report(.tftp, output.origin.direction, number: nextNumber, request.fields(packet))
        return nextNumber
    }
}
