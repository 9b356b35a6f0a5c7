import NetTypes

/// NFS over UDP: a message of ONC RPC in each datagram.
final class NFSDatagramParser: DatagramParsing {
    private let session: NFSSession

    init(_ configuration: AppLayerConfiguration) {
        session = NFSSession(configuration)
    }

    func take(_ datagram: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) {
        guard datagram.count > 0 else { return }
        let step = session.read([UInt8](copying: datagram), isWhole: true, direction, output)
        guard case .data(var transfer, let start) = step else { return }
        let count = min(transfer.missing, datagram.count - start)
        session.write(datagram.extracting(start..<start + count), &transfer, direction, output)
        if transfer.missing > 0 { output.note(.shareMalformed) }
        session.end(transfer, output)
    }

    func finish(_ output: ParserOutput) {
        session.finish(output)
    }
}
