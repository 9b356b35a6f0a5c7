/// What came out of one direction of a flow, and what that must be.
struct StreamModel {
    private var next: UInt64 = 0
    /// Sequence number of offset 0, as the first bytes that came out showed it.
    private var base: UInt32?
    private var delivered: UInt64 = 0
    private var gapEnd: UInt64 = 0
    private var sent: [SentSegment] = []
    private var acknowledgements: [UInt32] = []
    /// True once bytes were refused, were out of window, or may have been: then some need never come out.
    private(set) var isLossy = false

    mutating func send(_ segment: SentSegment, isRefused: Bool) {
        sent.append(segment)
        isLossy = isLossy || isRefused
    }

    mutating func acknowledge(_ number: UInt32) {
        acknowledgements.append(number)
    }

    /// Bytes of a segment from `start` on came out at an offset.
    mutating func take(
        _ bytes: ArraySlice<UInt8>, at offset: UInt64, of segment: SentSegment, from start: Int
    ) {
        precondition(offset == next, "bytes that do not follow what came before")
        let sequence = segment.sequence &+ UInt32(start)
        let zero = sequence &- UInt32(truncatingIfNeeded: offset)
        precondition(base ?? zero == zero, "bytes at an offset that is not theirs")
        base = zero
        precondition(
            segment.payload[start...].starts(with: bytes), "bytes that their segment did not have there")
        next += UInt64(bytes.count)
        delivered += UInt64(bytes.count)
    }

    /// Bytes of a segment from `start` on are said to have come out before.
    func repeated(_ count: Int, at offset: UInt64, of segment: SentSegment, from start: Int) {
        precondition(offset + UInt64(count) <= next, "a repetition of what never came out")
        let zero = segment.sequence &+ UInt32(start) &- UInt32(truncatingIfNeeded: offset)
        precondition(base ?? zero == zero, "a repetition at an offset that is not its own")
    }

    mutating func gap(at offset: UInt64, length: UInt64) {
        precondition(offset == next && length > 0, "a gap that does not follow what came before")
        next += length
        gapEnd = next
        isLossy = true
    }

    /// The flow is over.
    func finish() {
        guard let base else { return }
        checkGaps(base)
        guard !isLossy else { return }
        precondition(delivered == covered(from: base), "bytes that were sent and never came out")
    }

    /// The bytes before the end of a gap were sent, or acknowledged by the receiver. A FIN alone says nothing:
    /// anybody can put one anywhere.
    private func checkGaps(_ base: UInt32) {
        let end = base &+ UInt32(truncatingIfNeeded: gapEnd)
        let isSupported =
            gapEnd == 0
            || sent.contains { $0.end != $0.sequence && Int32(bitPattern: $0.end &- end) >= 0 }
            || acknowledgements.contains { Int32(bitPattern: $0 &- end) >= 0 }
        precondition(isSupported, "a gap that ends behind everything anybody spoke of")
    }

    /// How many different bytes were sent.
    private func covered(from base: UInt32) -> UInt64 {
        var total: Int64 = 0
        var end: Int64 = 0
        let ranges = sent.map { segment in
            let start = Int64(Int32(bitPattern: segment.sequence &- base))
            return start..<start + Int64(segment.payload.count)
        }
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound > end {
            total += range.upperBound - max(end, range.lowerBound)
            end = range.upperBound
        }
        return UInt64(total)
    }
}
