import Foundation
import NetTypes
import TestSupport
import Wire

/// Which frames belong to which flow, by the decoder and by the specification of Community ID, and nothing of what
/// the recorder uses for it. Fragments are left out.
enum FlowOracle {
    static func flows(of frames: [Frame]) -> [String: [Frame]] {
        var flows: [String: [Frame]] = [:]
        for frame in frames {
            guard let name = name(of: frame) else { continue }
            var copy = frame
            copy.header.number = UInt64(flows[name]?.count ?? 0) + 1
            flows[name, default: []].append(copy)
        }
        return flows
    }

    /// The Community ID of a frame; nil when it has no flow or is a fragment.
    static func name(of frame: Frame) -> String? {
        guard case .packet(let packet) = Decoder().decode(frame.bytes.span, frame.header),
            packet.fragment == nil
        else { return nil }
        var ends = [
            packet.source.bytes + port(packet.sourcePort),
            packet.destination.bytes + port(packet.destinationPort),
        ]
        // As byte strings of address and port, which order as the specification has it.
        if !packet.isOneWay, ends[1].lexicographicallyPrecedes(ends[0]) { ends.swapAt(0, 1) }
        var input: [UInt8] = [0, 0]
        input += ends[0].dropLast(2) + ends[1].dropLast(2) + [packet.transport.rawValue, 0]
        if [1, 6, 17, 58, 132].contains(packet.transport.rawValue) {
            input += ends[0].suffix(2) + ends[1].suffix(2)
        }
        return "1:" + Data(Digest.of(input.span, .sha1)).base64EncodedString()
    }

    private static func port(_ number: UInt16) -> [UInt8] {
        [UInt8(number >> 8), UInt8(number & 255)]
    }
}
