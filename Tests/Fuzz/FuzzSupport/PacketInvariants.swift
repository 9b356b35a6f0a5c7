import NetTypes
import Wire

/// What holds of every outcome of decoding, whatever the bytes were.
public enum PacketInvariants {
    /// Stops the program when an outcome is not sound, over `count` bytes after which `missing` more were on
    /// the wire.
    public static func check(_ outcome: Decoder.Outcome, count: Int, missing: Int) {
        switch outcome {
        case .packet(let packet): check(packet, count: count, missing: missing)
        case .notIP: break
        case .undecoded(let anomalies): precondition(!anomalies.isEmpty, "undecoded without a reason")
        }
    }

    private static func check(_ packet: Packet, count: Int, missing: Int) {
        precondition(isInside(packet.payload, count), "payload outside the frame")
        precondition((0...missing).contains(packet.missingPayload), "more is missing than was on the wire")
        precondition(
            packet.missingPayload == 0 || packet.anomalies.contains(.snapped), "missing bytes without a word")
        precondition(
            packet.checksum != .wrong || packet.anomalies.contains(.transportChecksum),
            "a wrong checksum without a word")
        if let fragment = packet.fragment { check(fragment, packet, count) } else { checkWhole(packet) }
    }

    private static func check(_ fragment: Fragment, _ packet: Packet, _ count: Int) {
        precondition((0..<65536).contains(fragment.offset) && fragment.offset % 8 == 0, "fragment offset")
        precondition(fragment.offset > 0 || fragment.moreFollow, "a fragment that is a whole datagram")
        precondition(packet.tcp == nil && packet.checksum == .unchecked, "a fragment with a transport header")
        precondition(packet.sourcePort == 0 && packet.destinationPort == 0, "a fragment with ports")
        precondition(isInside(packet.networkHeader, count), "network header outside the frame")
        precondition(packet.networkHeader.count >= 20, "network header too short")
        precondition(
            packet.networkHeader.upperBound <= packet.payload.lowerBound, "headers inside the payload")
    }

    private static func checkWhole(_ packet: Packet) {
        precondition(packet.networkHeader.isEmpty, "a network header without a fragment")
        if packet.tcp != nil {
            precondition(packet.transport == .tcp, "a TCP header in another protocol")
        } else if packet.transport == .tcp {
            precondition(packet.payload.isEmpty && !packet.anomalies.isEmpty, "TCP without its header")
        }
    }

    private static func isInside(_ range: Range<Int>, _ count: Int) -> Bool {
        range.lowerBound >= 0 && range.upperBound <= count
    }
}
