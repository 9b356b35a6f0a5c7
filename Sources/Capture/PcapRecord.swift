import NetTypes

/// The header of a record of a classic pcap file (draft-ietf-opsawg-pcap, section 5).
struct PcapRecord {
    let timestamp: Timestamp
    let capturedLength: Int
    let wireLength: Int

    /// The header at an offset, of which 16 bytes must be there. Seconds and their fraction are unsigned, and a
    /// fraction of more than a second is added as it is.
    init(_ bytes: Span<UInt8>, at offset: Int, _ signature: PcapSignature) {
        let order = signature.order
        let seconds = Int64(order.uint32(bytes, at: offset))
        let fraction = Int64(order.uint32(bytes, at: offset + 4))
        timestamp = Timestamp(seconds: seconds, nanoseconds: fraction * signature.fractionUnit)
        let first = Int(order.uint32(bytes, at: offset + 8))
        let second = Int(order.uint32(bytes, at: offset + 12))
        switch signature.lengths {
        case .capturedFirst: (capturedLength, wireLength) = (first, second)
        case .wireFirst: (capturedLength, wireLength) = (second, first)
        case .smallerIsCaptured: (capturedLength, wireLength) = (min(first, second), max(first, second))
        }
    }
}
