import NetTypes

/// The parser of a data connection (RFC 959 section 5.2): its bytes are a file or a listing, as they are transferred.
///
/// A connection whose bytes go one way is one object. Bytes of the other way, which no transfer has, are an object of
/// their own, so that they cannot spoil the first.
final class FTPDataParser: StreamParsing {
    private let transfer: FTPTransfer
    private var objects: [(id: ObjectID, direction: Direction)] = []
    private var version: UInt64 = 0

    init(_ transfer: FTPTransfer) {
        self.transfer = transfer
        version = transfer.version
    }

    /// As `StreamParsing` has it; every byte belongs to the transfer.
    func take(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int {
        guard !bytes.isEmpty else { return 0 }
        rename(output)
        output.append(bytes, to: object(direction, output))
        return bytes.count
    }

    /// As `StreamParsing` has it. What is lost before the first byte came makes the object incomplete as well.
    func gap(_ length: UInt64, _ direction: Direction, _ output: ParserOutput) {
        guard length > 0 else { return }
        output.skip(length, of: object(direction, output))
    }

    /// As `StreamParsing` has it. The close of the connection is the end of the file (RFC 959 section 3.4.1).
    func finish(isClosed: Bool, _ output: ParserOutput) {
        rename(output)
        let expected = transfer.direction
        for (id, direction) in objects {
            if let expected, expected != direction { output.note(.transferMalformed) }
            output.end(id, !isClosed || transfer.isAborted ? .cut : transfer.offset > 0 ? .range : nil)
        }
        if objects.count > 1 { output.note(.transferMalformed) }
        report(output)
        objects = []
    }

    private func object(_ direction: Direction, _ output: ParserOutput) -> ObjectID {
        if let known = objects.first(where: { $0.direction == direction }) { return known.id }
        transfer.isStarted = true
        let id = output.begin(
            ObjectDescription(
                application: .ftpData, kind: .ftpFile, direction: direction, name: transfer.name,
                transaction: 0))
        objects.append((id, direction))
        return id
    }

    /// The name may come, or change, after the first bytes.
    private func rename(_ output: ParserOutput) {
        guard version != transfer.version else { return }
        version = transfer.version
        for object in objects { output.rename(object.id, name: transfer.name) }
    }

    /// The data connection has one transaction of its own, number 0.
    private func report(_ output: ParserOutput) {
        guard let command = transfer.command else { return }
        var fields = [RecordField("command", command)]
        if !transfer.filename.isEmpty { fields.append(RecordField("filename", transfer.filename)) }
        output.report(.ftpData, transfer.direction ?? .toClient, number: 0, fields)
    }
}
