import NetTypes

/// One direction of a TCP flow: where it stands. The bytes that wait are elsewhere, in `EarlySegments`.
struct TCPStream {
    /// Stream offset of the next byte that is due; offset 0 is the byte after the SYN, or the first seen midstream.
    var next: UInt64 = 0
    /// Sequence number of that byte.
    var nextSequence: UInt32 = 0
    /// Highest stream offset that the receiver has acknowledged.
    var acknowledged: UInt64 = 0
    /// Stream offset of the FIN, when one has come.
    var finish: UInt64?
    /// Bytes that will never come.
    var gapBytes: UInt64 = 0
    /// End of the last gap: what comes before it comes too late.
    var floor: UInt64 = 0
    /// When the first early segment behind the present hole came.
    var holeSince = Timestamp.zero
    /// Newest timestamp option in order (TS.Recent of RFC 7323); meaningful with `hasTimestamps`.
    var recentTimestamp: UInt32 = 0
    /// True once a segment with the timestamps option has been accepted.
    var hasTimestamps = false
    /// True once the sequence number of offset 0 is known.
    var isStarted = false
    /// True once the receiver has acknowledged that start, or anything after it.
    var isConfirmed = false
    /// True when the start was a SYN.
    var sawSYN = false
    /// Where the early segments lie; -1 for none.
    var early: Int32 = -1
    /// How the receiver resolves overlaps.
    var policy = OverlapPolicy.first

    /// Stream offset of a sequence number; negative when it lies before the start.
    @inline(__always)
    func offset(of sequence: UInt32) -> Int64 {
        Int64(bitPattern: next) &+ SequenceNumber.distance(from: nextSequence, to: sequence)
    }

    /// True when every byte up to the FIN was delivered and the receiver has acknowledged the FIN itself.
    var isFinished: Bool {
        guard let finish else { return false }
        return next >= finish && acknowledged > finish
    }

    /// Sets the sequence number of offset 0.
    mutating func start(at sequence: UInt32, syn: Bool) {
        nextSequence = sequence
        next = 0
        acknowledged = 0
        finish = nil
        isStarted = true
        isConfirmed = false
        sawSYN = syn
    }

    /// Moves on by bytes that were delivered, or declared a gap.
    @inline(__always)
    mutating func advance(by count: Int) {
        next += UInt64(count)
        nextSequence &+= UInt32(truncatingIfNeeded: count)
    }

    /// Skips `count` bytes that will never come.
    mutating func skip(_ count: UInt64) {
        next += count
        nextSequence &+= UInt32(truncatingIfNeeded: count)
        gapBytes += count
        floor = next
    }

    /// Takes the receiver's acknowledgement number, which arrives with segments of the other direction.
    @inline(__always)
    mutating func acknowledge(_ number: UInt32) {
        guard isStarted else { return }
        let offset = offset(of: number)
        if offset >= 0, offset <= Int64(bitPattern: next) { isConfirmed = true }
        // An acknowledgement far ahead of anything seen is no evidence; a forged one must not make gaps.
        if offset > Int64(bitPattern: acknowledged),
            offset - Int64(bitPattern: next) <= Self.acknowledgementReach
        {
            acknowledged = UInt64(offset)
        }
    }

    /// How far beyond the next due byte an acknowledgement is believed, in bytes: the largest scaled window.
    static let acknowledgementReach: Int64 = 1 << 30
}
