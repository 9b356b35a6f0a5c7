import NetTypes
import TestSupport

/// A capture taken apart, so that the same bytes can be sent in other segments: who said what, in turn.
///
/// What one side says before the other answers stays one turn. The order of turns stays, because an answer that
/// comes before its question is another conversation, not another way to cut this one.
struct Script {
    /// Bytes that one side sends in a row, or a segment without payload.
    struct Turn {
        /// A frame of this turn: its addresses and ports, and where it stands in its stream.
        let packet: PacketBuilder
        let segment: TCPSegment
        var payload: [UInt8]

        /// True when both belong to one direction of one flow.
        func continues(_ other: Turn) -> Bool {
            packet.source == other.packet.source && packet.destination == other.packet.destination
                && segment.sourcePort == other.segment.sourcePort
                && segment.destinationPort == other.segment.destinationPort
        }
    }

    /// What is sent, in order.
    private(set) var turns: [Turn] = []
    /// Bytes of the longest turn.
    var longest: Int { turns.map(\.payload.count).max() ?? 0 }

    /// Takes apart the frames of a capture: IPv4 and TCP without fragments, as our generator writes them; anything
    /// else is left out.
    init(_ frames: [Frame]) {
        for frame in frames {
            guard let turn = Self.turn(of: frame.bytes) else { continue }
            let last = turns.lastIndex { !$0.payload.isEmpty }
            if !turn.payload.isEmpty, let last, turns[last].continues(turn),
                !turns[last...].contains(where: { !$0.segment.flags.isDisjoint(with: [.syn, .fin, .rst]) })
            {
                turns[last].payload += turn.payload
            } else {
                turns.append(turn)
            }
        }
    }

    private static func turn(of frame: [UInt8]) -> Turn? {
        let ip = 14
        guard frame.count >= ip + 40, frame[12] == 8, frame[13] == 0, frame[ip] == 0x45, frame[ip + 9] == 6
        else { return nil }
        let tcp = ip + 20
        let end = ip + number(frame, ip + 2, 2)
        let data = tcp + 4 * Int(frame[tcp + 12] >> 4)
        guard data <= end, end <= frame.count else { return nil }
        let packet = PacketBuilder(
            source: IPAddress(ipv4: UInt32(number(frame, ip + 12, 4))),
            destination: IPAddress(ipv4: UInt32(number(frame, ip + 16, 4))))
        let segment = TCPSegment(
            from: UInt16(number(frame, tcp, 2)), to: UInt16(number(frame, tcp + 2, 2)),
            sequence: UInt32(number(frame, tcp + 4, 4)), acknowledgement: UInt32(number(frame, tcp + 8, 4)),
            flags: TCPSegment.Flags(rawValue: frame[tcp + 13]))
        return Turn(packet: packet, segment: segment, payload: Array(frame[data..<end]))
    }

    private static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
        bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }

    /// The capture with other segments: `pieces` says which parts of a turn are sent, and in which order.
    func frames(_ pieces: (Int) -> [Range<Int>]) -> [Frame] {
        var frames: [Frame] = []
        func send(_ turn: Turn, _ range: Range<Int>) {
            var segment = turn.segment
            segment.sequence &+= UInt32(range.lowerBound)
            segment.payload = Array(turn.payload[range])
            let time = Timestamp.scene.advanced(by: Int64(frames.count) * 100_000)
            let bytes = FrameBuilder().frame(turn.packet.tcp(segment))
            frames.append(Frame(bytes, at: time, number: UInt64(frames.count) + 1))
        }
        for turn in turns {
            if turn.payload.isEmpty { send(turn, 0..<0) }
            for piece in pieces(turn.payload.count) where !piece.isEmpty { send(turn, piece) }
        }
        return frames
    }
}
