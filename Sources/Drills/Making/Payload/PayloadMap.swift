import NetTypes
import Wire

/// What the frames of a slice carry: their payload, put together as a receiver would.
///
/// This is simpler than the engine's reassembly on purpose: it decides nothing, keeps every version of a byte, and so
/// finds a text in any of them.
struct PayloadMap {
    /// The frames, in order, and behind them the datagrams that came in fragments.
    private(set) var carriers: [PayloadCarrier] = []
    /// What they carry.
    private(set) var units: [PayloadUnit] = []

    private let decoder = Decoder(configuration: DecoderConfiguration(verifyChecksums: false))
    private var fragments = FragmentShelf()
    private var streams: [StreamKey: StreamPlace] = [:]

    /// The map of a slice.
    init(_ frames: [SliceFrame]) {
        carriers = frames.map { PayloadCarrier(header: $0.header, bytes: $0.bytes) }
        for index in frames.indices { place(index) }
        for left in fragments.rest { loose(left) }
        for index in units.indices { units[index].assemble(carriers) }
    }

    private mutating func place(_ index: Int) {
        let carrier = carriers[index]
        guard case .packet(let packet) = decoder.decode(carrier.bytes.span, carrier.header) else { return }
        guard packet.fragment != nil else {
            place(packet, in: index)
            return
        }
        carriers[index].flow = Self.flow(packet)
        guard let whole = fragments.add(packet, carrier.bytes, frame: index) else { return }
        let outcome = decoder.decodeDatagram(whole.bytes.span, inside: packet)
        let header = FrameHeader(
            number: carrier.header.number, timestamp: carrier.header.timestamp,
            wireLength: whole.bytes.count, linkType: .raw)
        carriers.append(
            PayloadCarrier(
                header: header, bytes: whole.bytes, pieces: whole.pieces, headerLength: whole.headerLength))
        guard case .packet(let inner) = outcome else { return }
        place(inner, in: carriers.count - 1)
        for piece in whole.pieces {
            carriers[piece.frame].isPiece = true
            carriers[piece.frame].flow = carriers[carriers.count - 1].flow
        }
    }

    private mutating func place(_ packet: Packet, in index: Int) {
        let flow = Self.flow(packet)
        carriers[index].flow = flow
        if let tcp = packet.tcp {
            place(packet, tcp, flow, in: index)
        } else {
            var unit = PayloadUnit(flow: flow, isStream: false)
            unit.add(PayloadUnit.Piece(carrier: index, range: packet.payload, offset: 0))
            units.append(unit)
        }
    }

    /// Offsets in a stream count from its first segment here, and go on where sequence numbers wrap. A SYN with another
    /// number begins a new stream.
    private mutating func place(_ packet: Packet, _ tcp: TCPHeader, _ flow: FlowKey, in index: Int) {
        let key = StreamKey(flow: flow, source: Endpoint(address: packet.source, port: packet.sourcePort))
        let isOpening = tcp.has(TCPHeader.syn)
        let first = isOpening ? tcp.sequence &+ 1 : tcp.sequence
        var place = streams[key]
        if let known = place, isOpening, known.opening != first { place = nil }
        if place == nil {
            units.append(PayloadUnit(flow: flow, isStream: true))
            place = StreamPlace(
                unit: units.count - 1, opening: isOpening ? first : nil, sequence: first, offset: 0)
        }
        guard var place else { return }
        let offset = place.offset + Int64(Int32(bitPattern: first &- place.sequence))
        units[place.unit].add(
            PayloadUnit.Piece(carrier: index, range: packet.payload, offset: offset))
        if offset > place.offset {
            place.offset = offset
            place.sequence = first
        }
        streams[key] = place
    }

    /// Fragments whose datagram never became whole carry what they carry.
    private mutating func loose(_ piece: DatagramPiece) {
        var unit = PayloadUnit(flow: carriers[piece.frame].flow, isStream: false)
        unit.add(PayloadUnit.Piece(carrier: piece.frame, range: piece.range, offset: 0))
        units.append(unit)
    }

    private static func flow(_ packet: Packet) -> FlowKey {
        FlowKey(
            Endpoint(address: packet.source, port: packet.sourcePort),
            Endpoint(address: packet.destination, port: packet.destinationPort),
            transport: packet.transport, vlans: packet.vlans)
    }

    private struct StreamKey: Hashable {
        let flow: FlowKey
        let source: Endpoint
    }

    private struct StreamPlace {
        let unit: Int
        let opening: UInt32?
        var sequence: UInt32
        var offset: Int64
    }
}
