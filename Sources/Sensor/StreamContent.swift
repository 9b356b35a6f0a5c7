import NetTypes

/// The bytes of one stream that wait to be scanned, and what has been found in it.
struct StreamContent {
    /// Contiguous bytes; a gap ends one run and begins the next.
    var bytes: [UInt8] = []
    /// Stream offset of the first of them.
    var base: UInt64 = 0
    /// Stream offset up to which bytes have been scanned; what lies before it in `bytes` is overlap.
    var scanned: UInt64 = 0
    /// Which frames carried them.
    var marks = FrameMarks()
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

    /// Stream offset behind the last byte.
    var end: UInt64 { base + UInt64(bytes.count) }
    /// Bytes that no scan has seen.
    var pending: UInt64 { end - scanned }
    /// What it costs in memory.
    var cost: Int { bytes.count + marks.count * FrameMarks.cost }

    /// Adds bytes that follow those already here; there will be `window` of them at most.
    ///
    /// A stream that has filled an eighth of it gets room for the whole at once. Pages that are never written cost
    /// nothing, and growing by doubling would copy, and have the kernel clear, every byte once more.
    mutating func append(_ part: Span<UInt8>, _ header: FrameHeader, upTo window: Int) {
        if bytes.count > window / 8, bytes.capacity < window { bytes.reserveCapacity(window) }
        marks.add(end, header)
        bytes.append(copying: part)
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

    /// Lets go of all bytes but the last `overlap`.
    mutating func keepLast(_ overlap: Int) {
        if bytes.count > overlap {
            base += UInt64(bytes.count - overlap)
            bytes.removeFirst(bytes.count - overlap)
        }
        if bytes.isEmpty {
            bytes = []
            marks.removeAll()
        } else {
            marks.forget(before: base)
        }
        scanned = end
    }

    /// Begins a new run at a stream offset.
    mutating func restart(at offset: UInt64) {
        bytes.removeAll(keepingCapacity: true)
        marks.removeAll()
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
