import NetTypes

/// A file that is open, or that a client has asked to open. It has an identity of its own because requests that wait
/// for their answers point to it while its handle may be used anew.
final class SMBOpenFile {
    /// The path, from the root of the share.
    let name: String
    /// True for a named pipe or a printer: what goes through it is no file.
    var isPipe: Bool
    /// Its length in bytes where that is known.
    private(set) var end: UInt64?
    /// True when the length is the server's word, which a short read then does not change.
    private var isEndCertain = false
    /// The number of the transaction that opened it.
    var transaction: UInt64?
    /// True once the server has said that it is open.
    var isOpen = false
    /// How it is found among the open files; nil before it is.
    var handle: SMBHandle?
    /// True once its client has asked to close it.
    var isClosing = false
    /// How often messages had gone unseen before it was opened.
    private let losses: UInt64
    private var reads: Transfer?
    private var writes: Transfer?
    /// True once its objects have ended. A request that is still being answered then brings nothing more: nobody would
    /// end an object that began now.
    private var isFinished = false

    /// Bytes that a write may lie behind the furthest one before it. Requests in flight leave holes of a few mebibytes
    /// for a moment; a larger one would let a small record make a large object of zeros.
    private static let largestHole: UInt64 = 4 << 20

    /// The bytes of one direction.
    private struct Transfer {
        let id: ObjectID
        var end: UInt64 = 0
        var hasLost = false
    }

    init(name: String, isPipe: Bool, losses: UInt64) {
        self.losses = losses
        // Requests of SMB2 name files without the backslash that stands for the root, those of SMB1 with it.
        self.name = name.isEmpty || name.utf8.first == 0x5c ? name : "\\" + name
        self.isPipe = isPipe
    }

    /// The server says how long it is.
    func hasLength(_ length: UInt64) {
        end = length
        isEndCertain = true
    }

    /// A read gave fewer bytes than were asked for, up to this one.
    func hasShortRead(upTo last: UInt64) {
        guard !isEndCertain else { return }
        end = max(last, reads?.end ?? 0)
    }

    /// The server says that there is nothing at an offset.
    func hasNothing(at offset: UInt64) {
        hasLength(min(offset, end ?? offset))
    }

    /// Takes bytes that were read or written.
    func take(_ bytes: Span<UInt8>, _ sink: SMBSink, _ direction: Direction, _ output: ParserOutput) {
        guard !isPipe, bytes.count > 0 else { return }
        guard !isFinished else { return output.note(.shareMalformed) }
        var transfer = transfer(sink.isRead, direction, output)
        guard sink.offset <= transfer.end || sink.offset - transfer.end <= Self.largestHole else {
            output.note(.shareLimit)
            keep(transfer, sink.isRead)
            return lose(bytes.count, sink, direction, output)
        }
        output.write(bytes, at: sink.offset, to: transfer.id)
        let (last, overflow) = sink.offset.addingReportingOverflow(UInt64(bytes.count))
        transfer.end = max(transfer.end, overflow ? .max : last)
        if !sink.isRead, let end { self.end = max(end, transfer.end) }
        keep(transfer, sink.isRead)
    }

    /// Bytes that were read or written have been lost.
    func lose(_ count: Int, _ sink: SMBSink, _ direction: Direction, _ output: ParserOutput) {
        guard !isPipe, !isFinished, count > 0 else { return }
        var transfer = transfer(sink.isRead, direction, output)
        output.skip(UInt64(count), of: transfer.id)
        transfer.hasLost = true
        keep(transfer, sink.isRead)
    }

    /// Ends its objects. It was closed, or the flow or its place here ended before it was. When messages went unseen
    /// while it was open, writes may be missing at its end, and reads where the end is not known.
    func finish(isClosed: Bool, limited: Bool = false, losses: UInt64, _ output: ParserOutput) {
        let isSure = losses == self.losses
        if let reads {
            // Who closes a file before its end has been reached wanted a part of it.
            let isWhole = end.map { reads.end >= $0 } ?? (isClosed && isSure)
            let why: FileRecord.Reason? =
                isWhole ? nil : !isSure ? .gap : limited ? .limit : isClosed ? .range : .cut
            output.end(reads.id, reads.hasLost ? .gap : why)
        }
        if let writes {
            let why: FileRecord.Reason? = !isSure ? .gap : isClosed ? nil : limited ? .limit : .cut
            output.end(writes.id, writes.hasLost ? .gap : why)
        }
        reads = nil
        writes = nil
        isFinished = true
    }

    private func transfer(_ isRead: Bool, _ direction: Direction, _ output: ParserOutput) -> Transfer {
        if let open = isRead ? reads : writes { return open }
        let description = ObjectDescription(
            application: .smb, kind: .smbFile, direction: direction, name: name, transaction: transaction)
        return Transfer(id: output.begin(description))
    }

    private func keep(_ transfer: Transfer, _ isRead: Bool) {
        if isRead { reads = transfer } else { writes = transfer }
    }
}
