import NetTypes

/// NFS over TCP: messages of ONC RPC in records. Of a record no more than its head is kept; the data of READ and
/// WRITE goes to its file as it comes.
final class NFSStreamParser: StreamParsing {
    private let session: NFSSession
    private let longestMessage: Int
    private var sides = [NFSRecord(), NFSRecord()]

    init(_ configuration: AppLayerConfiguration) {
        session = NFSSession(configuration)
        longestMessage = max(NFSSession.headBytes, configuration.largestHeader)
    }

    func take(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int {
        let side = Int(direction.rawValue)
        var place = 0
        while place < bytes.count {
            if case .lost = sides[side].state { break }
            if sides[side].missing == 0 {
                let count = min(bytes.count - place, 4 - sides[side].mark.count)
                sides[side].mark.append(copying: bytes.extracting(place..<place + count))
                place += count
                if sides[side].mark.count == 4 { begin(direction, output) }
            } else {
                let count = min(bytes.count - place, sides[side].missing)
                place += takeBytes(bytes.extracting(place..<place + count), direction, output)
            }
            if sides[side].mark.count == 4, sides[side].missing == 0 { endFragment(direction, output) }
        }
        return bytes.count
    }

    /// A fragment begins.
    private func begin(_ direction: Direction, _ output: ParserOutput) {
        let side = Int(direction.rawValue)
        let mark = sides[side].mark.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        sides[side].isLast = mark >> 31 == 1
        sides[side].missing = Int(mark & 0x7fff_ffff)
        sides[side].length += sides[side].missing
        sides[side].fragments += 1
        guard sides[side].length > NFSRecord.longest || sides[side].fragments > NFSRecord.mostFragments
        else { return }
        output.note(.shareLimit)
        lose(side, output)
    }

    /// Takes bytes of the fragment at hand; how many of them.
    private func takeBytes(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int {
        let side = Int(direction.rawValue)
        var count = bytes.count
        switch sides[side].state {
        case .head:
            count = keep(bytes, NFSSession.headBytes, side)
            if sides[side].head.count == NFSSession.headBytes { read(isWhole: false, direction, output) }
        case .whole:
            count = keep(bytes, longestMessage, side)
            if sides[side].head.count == longestMessage {
                output.note(.shareLimit)
                read(isWhole: true, direction, output)
            }
        case .data(var transfer):
            count = min(count, transfer.missing)
            session.write(bytes.extracting(0..<count), &transfer, direction, output)
            follow(transfer, side, output)
        case .skip, .lost: break
        }
        sides[side].missing -= count
        return count
    }

    private func keep(_ bytes: Span<UInt8>, _ limit: Int, _ side: Int) -> Int {
        let count = min(bytes.count, max(0, limit - sides[side].head.count))
        sides[side].head.append(copying: bytes.extracting(0..<count))
        return count
    }

    /// Reads what is kept of a record.
    private func read(isWhole: Bool, _ direction: Direction, _ output: ParserOutput) {
        let side = Int(direction.rawValue)
        let head = sides[side].head
        switch session.read(head, isWhole: isWhole, direction, output) {
        case .done: sides[side].state = .skip
        case .more:
            sides[side].state = .whole
            return
        case .data(var transfer, let start):
            let end = min(head.count, start + transfer.missing)
            session.write(head.span.extracting(start..<end), &transfer, direction, output)
            follow(transfer, side, output)
        }
        sides[side].head.removeAll(keepingCapacity: head.count <= NFSSession.headBytes)
    }

    /// Goes on with a transfer, or ends it when all of it is there.
    private func follow(_ transfer: NFSTransfer, _ side: Int, _ output: ParserOutput) {
        if transfer.missing > 0 {
            sides[side].state = .data(transfer)
        } else {
            session.end(transfer, output)
            sides[side].state = .skip
        }
    }

    private func endFragment(_ direction: Direction, _ output: ParserOutput) {
        let side = Int(direction.rawValue)
        sides[side].mark.removeAll(keepingCapacity: true)
        guard sides[side].isLast else { return }
        switch sides[side].state {
        case .head, .whole: read(isWhole: true, direction, output)
        case .data, .skip, .lost: break
        }
        if case .data(let transfer) = sides[side].state {
            output.note(.shareMalformed)
            session.end(transfer, output)
        }
        sides[side] = NFSRecord()
    }

    /// A gap inside a fragment costs that message, or these bytes of its data; one that takes away where records
    /// begin ends the direction.
    func gap(_ length: UInt64, _ direction: Direction, _ output: ParserOutput) {
        let side = Int(direction.rawValue)
        if case .lost = sides[side].state { return }
        guard length <= UInt64(sides[side].missing) else { return lose(side, output) }
        sides[side].missing -= Int(length)
        switch sides[side].state {
        case .data(var transfer):
            transfer.lose(min(Int(length), transfer.missing))
            follow(transfer, side, output)
        case .head, .whole:
            sides[side].head = []
            sides[side].state = .skip
        case .skip, .lost: break
        }
        if sides[side].missing == 0 { endFragment(direction, output) }
    }

    private func lose(_ side: Int, _ output: ParserOutput) {
        if case .data(let transfer) = sides[side].state { session.end(transfer, output) }
        sides[side] = NFSRecord()
        sides[side].state = .lost
    }

    func finish(isClosed: Bool, _ output: ParserOutput) {
        for side in sides.indices { lose(side, output) }
        session.finish(output)
    }
}
