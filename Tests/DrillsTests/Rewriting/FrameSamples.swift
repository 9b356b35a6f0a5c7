import NetTypes
import TestSupport

/// Frames of every kind that the rewriter follows, at random and repeatable.
struct FrameSamples {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// The next frame.
    mutating func next() -> Frame {
        var packet = packet(depth: 0)
        if Int.random(in: 0..<4, using: &random) == 0 {
            let pieces = Fragmenter.pieces(of: packet, size: 24)
            packet = pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return Frame(packet, at: .scene, linkType: .raw)
        case 1: return Frame(FrameBuilder(vlans: [3, 4]).frame(packet), at: .scene)
        case 2: return Frame(cooked(packet), at: .scene, linkType: .linuxCooked)
        default: return Frame(FrameBuilder().frame(packet), at: .scene)
        }
    }

    private func cooked(_ packet: [UInt8]) -> [UInt8] {
        [0, 0, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0] + (packet[0] >> 4 == 6 ? [0x86, 0xdd] : [8, 0]) + packet
    }

    private mutating func builder() -> PacketBuilder {
        if Bool.random(using: &random) {
            var builder = PacketBuilder(
                source: IPAddress(high: random.next(), low: random.next()),
                destination: IPAddress(high: random.next(), low: random.next()))
            if Int.random(in: 0..<4, using: &random) == 0 {
                // Two addresses, of which none or one is left to be visited, which says what the checksum is over.
                let left: UInt8 = Bool.random(using: &random) ? 1 : 0
                let type: UInt8 = Bool.random(using: &random) ? 4 : 0
                builder.extensionHeaders = [(43, [type, left, 1, 0, 0, 0] + bytes(32))]
            }
            return builder
        }
        var builder = PacketBuilder(
            source: IPAddress(ipv4: UInt32.random(in: 1 ... .max, using: &random)),
            destination: IPAddress(ipv4: UInt32.random(in: 1 ... .max, using: &random)))
        if Int.random(in: 0..<4, using: &random) == 0 { builder.options = [7, 11, 4] + bytes(8) }
        return builder
    }

    private mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    }

    private mutating func packet(depth: Int) -> [UInt8] {
        let builder = builder()
        let payload = bytes(Int.random(in: 0...60, using: &random))
        switch Int.random(in: 0..<(depth < 3 ? 8 : 4), using: &random) {
        case 0:
            return builder.tcp(
                TCPSegment(
                    from: 4000, to: 80, sequence: UInt32.random(in: 0 ... .max, using: &random),
                    options: Bool.random(using: &random) ? [1, 1, 8, 10] + bytes(8) : [], payload: payload))
        case 1: return builder.udp(from: 4000, to: 53, payload)
        case 2:
            var packet = builder.udp(from: 4000, to: 53, payload)
            // None, which IPv4 allows.
            let header = packet.count - payload.count - 8
            packet.replaceSubrange(header + 6..<header + 8, with: [0, 0])
            return packet
        case 3:
            let type: UInt8 =
                builder.source.isIPv6 ? [1, 128, 134, 135, 137, 143][Int(payload.count) % 6] : 3
            return builder.icmp(type: type, code: 0, packet(depth: 3))
        case 4:
            let frame = FrameBuilder().frame(packet(depth: depth + 1))
            return builder.udp(from: 5555, to: 4789, [8, 0, 0, 0, 0, 0, 1, 0] + frame)
        case 5:
            let inner = packet(depth: depth + 1)
            let type: [UInt8] = inner[0] >> 4 == 6 ? [0x86, 0xdd] : [8, 0]
            return builder.packet(TransportProtocol(rawValue: 47), [0, 0] + type + inner)
        case 6:
            let inner = packet(depth: depth + 1)
            return builder.packet(TransportProtocol(rawValue: inner[0] >> 4 == 6 ? 41 : 4), inner)
        default:
            let inner = packet(depth: depth + 1)
            let length = [UInt8(inner.count >> 8), UInt8(truncatingIfNeeded: inner.count)]
            return builder.udp(from: 5555, to: 2152, [0x30, 0xff] + length + [0, 0, 0, 1] + inner)
        }
    }
}
