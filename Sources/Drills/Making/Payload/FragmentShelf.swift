import NetTypes
import Wire

/// Fragments that wait for the rest of their datagrams.
///
/// Where fragments overlap, the first to come counts; one that differs stays by itself.
struct FragmentShelf {
    /// A datagram that became whole.
    struct Whole {
        /// Its header and payload, as if it had never been cut.
        let bytes: [UInt8]
        /// How much of them is the header.
        let headerLength: Int
        /// Where its payload came from.
        let pieces: [DatagramPiece]
    }

    private struct Key: Hashable {
        let source: IPAddress
        let destination: IPAddress
        let identification: UInt32
        let transport: TransportProtocol
        let vlans: VLANStack
    }

    private struct Waiting {
        var pieces: [DatagramPiece] = []
        var header: [UInt8] = []
        var end: Int?
    }

    private var shelf: [Key: Waiting] = [:]
    private var order: [Key] = []

    /// Adds a fragment; the datagram, once it is whole.
    mutating func add(_ packet: Packet, _ bytes: [UInt8], frame: Int) -> Whole? {
        guard let fragment = packet.fragment else { return nil }
        let key = Key(
            source: packet.source, destination: packet.destination, identification: fragment.identification,
            transport: packet.transport, vlans: packet.vlans)
        if shelf[key] == nil { order.append(key) }
        var waiting = shelf[key] ?? Waiting()
        waiting.pieces.append(DatagramPiece(frame: frame, range: packet.payload, offset: fragment.offset))
        if fragment.offset == 0 { waiting.header = Array(bytes[packet.networkHeader]) }
        if !fragment.moreFollow, waiting.end == nil { waiting.end = fragment.offset + packet.payload.count }
        shelf[key] = waiting
        sources[frame] = bytes
        guard let whole = whole(waiting, packet.transport) else { return nil }
        forget(key)
        return whole
    }

    /// Bytes of the frames whose fragments wait.
    private var sources: [Int: [UInt8]] = [:]

    private mutating func forget(_ key: Key) {
        for piece in shelf[key]?.pieces ?? [] { sources[piece.frame] = nil }
        shelf[key] = nil
        order.removeAll { $0 == key }
    }

    private func whole(_ waiting: Waiting, _ transport: TransportProtocol) -> Whole? {
        guard let end = waiting.end, !waiting.header.isEmpty else { return nil }
        var payload: [UInt8] = []
        for piece in waiting.pieces.sorted(by: { ($0.offset, $0.frame) < ($1.offset, $1.frame) }) {
            guard piece.offset <= payload.count, let source = sources[piece.frame] else { return nil }
            let known = payload.count - piece.offset
            if known < piece.range.count { payload += source[piece.range].dropFirst(known) }
        }
        guard payload.count >= end,
            let header = DatagramHeader.rebuilt(
                header: waiting.header, payloadLength: end, transport: transport)
        else { return nil }
        return Whole(
            bytes: header + payload.prefix(end), headerLength: header.count, pieces: waiting.pieces)
    }

    /// Fragments whose datagram never became whole, in the order in which those began.
    var rest: [DatagramPiece] {
        order.flatMap { shelf[$0]?.pieces ?? [] }
    }
}
