import NetTypes

/// Cuts IP packets into fragments (RFC 791 section 3.2, RFC 8200 section 4.5).
public enum Fragmenter {
    /// The fragments of an IP packet, in order, each with at most `size` bytes of the datagram's payload
    /// (rounded down to a multiple of 8). For IPv6 everything behind the fixed header is cut.
    public static func pieces(of packet: [UInt8], size: Int, identification: UInt32 = 1) -> [[UInt8]] {
        let headerLength = packet[0] >> 4 == 6 ? 40 : Int(packet[0] & 15) * 4
        let payload = packet.count - headerLength
        let step = size / 8 * 8
        precondition(step > 0, "a fragment carries at least 8 bytes")
        return stride(from: 0, to: payload, by: step).map { offset in
            let end = min(offset + step, payload)
            return piece(
                of: packet, bytes: offset..<end, last: end == payload, identification: identification)
        }
    }

    /// One fragment of an IP packet that carries the given bytes of the datagram's payload, however odd: the start
    /// must be a multiple of 8. With this overlaps, holes and wrong ends can be made.
    public static func piece(
        of packet: [UInt8], bytes range: Range<Int>, last: Bool, identification: UInt32 = 1
    ) -> [UInt8] {
        precondition(range.lowerBound % 8 == 0, "a fragment starts at a multiple of 8")
        let isIPv6 = packet[0] >> 4 == 6
        let headerLength = isIPv6 ? 40 : Int(packet[0] & 15) * 4
        let body = packet[headerLength + range.lowerBound..<headerLength + range.upperBound]
        var bytes = Array(packet[..<headerLength])
        if isIPv6 {
            bytes[6] = 44
            bytes.put(bigEndian: UInt16(8 + body.count), at: 4)
            bytes += [packet[6], 0]
            bytes.append(bigEndian: UInt16(range.lowerBound) | (last ? 0 : 1))
            bytes.append(bigEndian: identification)
        } else {
            bytes.put(bigEndian: UInt16(headerLength + body.count), at: 2)
            bytes.put(bigEndian: UInt16(truncatingIfNeeded: identification), at: 4)
            bytes.put(bigEndian: UInt16(range.lowerBound / 8) | (last ? 0 : 0x2000), at: 6)
            bytes.put(bigEndian: 0, at: 10)
            bytes.put(bigEndian: InternetChecksum.field(InternetChecksum.sum(bytes)), at: 10)
        }
        return bytes + body
    }
}

extension Frame {
    /// The Ethernet frame's IP packet in fragments, each in a frame like this one, a microsecond apart; see
    /// `Fragmenter.pieces`.
    public func fragmented(size: Int, identification: UInt32 = 1) -> [Frame] {
        var start = 14
        let tags: [[UInt8]] = [[0x81, 0x00], [0x88, 0xa8]]
        while tags.contains(Array(bytes[start - 2..<start])) { start += 4 }
        let pieces = Fragmenter.pieces(
            of: Array(bytes[start...]), size: size, identification: identification)
        return pieces.enumerated().map { index, piece in
            Frame(
                Array(bytes[..<start]) + piece, at: header.timestamp.advanced(by: Int64(index) * 1000),
                number: header.number + UInt64(index), linkType: header.linkType)
        }
    }
}
