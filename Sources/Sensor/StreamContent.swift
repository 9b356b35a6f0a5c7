import NetTypes

/// The bytes of one stream that wait to be scanned, and what has been found in it.
struct StreamContent {
    /// Contiguous bytes; a gap ends one run and begins the next.
    private var buffer = ByteBuffer()
    /// Stream offset of the first of them.
    private(set) var base: UInt64 = 0
    /// Stream offset up to which bytes have been scanned; what lies before it in `bytes` is overlap.
    var scanned: UInt64 = 0
    /// Which frames carried them.
    private(set) var marks = FrameMarks()
    /// Bytes delivered so far.
    var delivered: UInt64 = 0
    /// Digest of all bytes, when somebody asked for stream records.
    var digest: Digest?
    /// Rules that have hit in this direction, each reported once; strays apart, so that one does not hide what the
    /// stream says.
    var reported: [Report] = []
    /// True when the stream has a gap.
    var hasGap = false
    /// True when it was scanned in more than one window.
    var isWindowed = false
    /// True once any of it was scanned.
    var wasScanned = false

    /// The contiguous bytes at hand.
    var bytes: [UInt8] { buffer.bytes }
    /// Number of them.
    var count: Int { buffer.count }
    /// Stream offset behind the last byte.
    var end: UInt64 { base + UInt64(buffer.count) }
    /// Bytes that no scan has seen.
    var pending: UInt64 { end - scanned }
    /// What it costs in memory: the room that is reserved, used or not.
    var cost: Int { buffer.reserved + marks.cost }

    /// What its bytes will cost when so many more come; there are `window` of them at most.
    ///
    /// Where there is plenty, a stream that has filled an eighth of it gets room for the whole at once: growing by
    /// doubling would copy, and have the kernel clear, every byte once more.
    func reservation(for more: Int, window: Int, kept: Int, budget: Int) -> Int {
        let needed = buffer.count + more
        let ample = needed > window / 8 ? window : max(needed, 2 * buffer.reserved)
        return buffer.reservation(toHold: needed, ample: ample, limit: window, kept: kept, budget: budget)
    }

    /// How much more it will cost when its bytes take so much room and there is a mark more.
    func growth(to reservation: Int) -> Int {
        reservation - buffer.reserved + marks.nextCost - marks.cost
    }

    /// Adds bytes that follow those already here, after it has reserved so much for all of them.
    mutating func append(_ part: Span<UInt8>, _ header: FrameHeader, reserving reservation: Int) {
        marks.add(end, header)
        buffer.reserve(reservation)
        buffer.append(copying: part)
    }

    /// Notes that a rule hit; false when it had hit in this direction before.
    mutating func report(_ rule: UInt32, isStray: Bool) -> Bool {
        let report = Report(rule: rule, isStray: isStray)
        if reported.contains(report) { return false }
        reported.append(report)
        return true
    }

    /// A rule that has been reported, by its signature number, which is the same in the next rule set.
    struct Report: Equatable {
        let rule: UInt32
        let isStray: Bool
    }

    /// Lets go of all bytes but the last `overlap`, and where asked to of the room that the others took.
    mutating func keepLast(_ overlap: Int, releasing: Bool) {
        base += UInt64(max(0, buffer.count - overlap))
        buffer.keepLast(min(overlap, buffer.count), releasing: releasing)
        if buffer.count == 0 {
            marks.removeAll()
        } else {
            marks.forget(before: base, releasing: releasing)
        }
        scanned = end
    }

    /// Begins a new run at a stream offset. Nothing of the one before must be left.
    mutating func restart(at offset: UInt64) {
        precondition(cost == 0, "a run begins while one is kept")
        base = offset
        scanned = offset
    }

    /// Where delivered bytes are still here, compares them with another copy; true when one differs.
    func differs(from copy: Span<UInt8>, at offset: UInt64) -> Bool {
        let range = (offset..<offset + UInt64(copy.count)).clamped(to: base..<end)
        guard !range.isEmpty else { return false }
        for place in range where bytes[Int(place - base)] != copy[Int(place - offset)] { return true }
        return false
    }
}
