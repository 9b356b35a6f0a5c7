import FuzzSupport
import NetTypes
import Wire

/// Both ends of a few TCP connections, who say nearly what they should: each step is told how far off it is.
struct Speakers {
    /// What one end says in a step.
    struct Step {
        var packet: Packet
        var bytes: [UInt8]
        /// True when its bytes are not those that belong at their sequence numbers.
        var isForged: Bool
        /// Nanoseconds that pass before it.
        var pause: Int64
    }

    private static let flows = 8
    /// Sequence number that each end sends next, the clients' before the servers'.
    private var cursors: [UInt32]
    private var clock: UInt32 = 1000

    /// Ends whose initial sequence numbers lie right before `base` as the highest byte of one.
    init(_ base: UInt8) {
        cursors = (0..<UInt32(2 * Self.flows)).map { UInt32(base) << 24 &- 40 &+ $0 << 20 }
    }

    /// What a step's first byte and the next five of the input describe.
    mutating func speak(_ kind: UInt8, _ input: inout FuzzInput) -> Step {
        let toClient = kind & 0x02 != 0
        let flow = Int(kind >> 2 & 0x07)
        let speaker = flow + (toClient ? Self.flows : 0)
        let listener = flow + (toClient ? 0 : Self.flows)
        let flags = input.byte()
        let sequence = cursors[speaker] &+ Self.distance(flags >> 6, input.byte())
        let length = Int(input.byte())
        let extra = input.byte()
        let pause = Self.pause(input.byte())
        clock &+= UInt32(truncatingIfNeeded: max(0, pause) / 1_000_000)

        var packet = Self.packet(flow, toClient: toClient)
        packet.payload = 8..<8 + length
        packet.missingPayload = [0, 0, 5, 3000][Int(extra >> 2 & 0x03)]
        packet.checksum = [.unchecked, .right, .wrong, .right][Int(kind >> 5 & 0x03)]
        packet.tcp = TCPHeader(
            sequence: sequence, acknowledgement: cursors[listener] &+ Self.acknowledged(extra >> 4),
            flags: flags & 0x3f, window: 1000, urgentPointer: 1, timestampValue: timestamp(extra & 0x03))

        let first = flags & TCPHeader.syn == 0 ? sequence : sequence &+ 1
        let end = first &+ UInt32(length + packet.missingPayload) &+ (flags & TCPHeader.fin == 0 ? 0 : 1)
        if Int32(bitPattern: end &- cursors[speaker]) > 0 { cursors[speaker] = end }
        let isForged = kind & 0x80 != 0
        let flip: UInt8 = isForged ? 0x5a : 0
        var bytes = [UInt8](repeating: 0xff, count: packet.payload.lowerBound)
        for place in 0..<UInt32(length) { bytes.append(Self.byte(speaker, at: first &+ place) ^ flip) }
        return Step(packet: packet, bytes: bytes, isForged: isForged, pause: pause)
    }

    private static func packet(_ flow: Int, toClient: Bool) -> Packet {
        let client = IPAddress(ipv4: 0xc633_6401)
        let server = IPAddress(ipv4: 0xcb00_7101)
        var packet = Packet()
        packet.transport = .tcp
        packet.source = toClient ? server : client
        packet.destination = toClient ? client : server
        packet.sourcePort = toClient ? 80 : 40000 + UInt16(flow)
        packet.destinationPort = toClient ? 40000 + UInt16(flow) : 80
        return packet
    }

    private static func byte(_ speaker: Int, at sequence: UInt32) -> UInt8 {
        UInt8(truncatingIfNeeded: sequence &* 31 &+ sequence >> 8 &+ UInt32(speaker) &* 77)
    }

    /// How far from its cursor a segment begins: a little, a segment, many, or anywhere.
    private static func distance(_ scale: UInt8, _ steps: UInt8) -> UInt32 {
        UInt32(bitPattern: Int32(Int8(bitPattern: steps))) &* [1, 16, 1024, 1 << 24][Int(scale)]
    }

    /// How far from what the other end has sent an acknowledgement is.
    private static func acknowledged(_ choice: UInt8) -> UInt32 {
        let distances: [Int32] = [
            0, 1, -1, -20, 20, 200, -200, -1000, 1000, 70000, 1 << 20, 1 << 29, 1 << 30, .max, .min, -2,
        ]
        return UInt32(bitPattern: distances[Int(choice)])
    }

    private func timestamp(_ choice: UInt8) -> UInt32? {
        [nil, clock, clock &- 10, clock &+ 1000][Int(choice)]
    }

    private static func pause(_ choice: UInt8) -> Int64 {
        let seconds: [Int64] = [0, 1, 5, 11, 61, 301, 4000, -5]
        return choice < 0x80 ? Int64(choice) * 1_000_000 : seconds[Int(choice & 0x07)] * 1_000_000_000
    }
}
