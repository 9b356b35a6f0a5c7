/// The data of one READ or WRITE, while it comes.
struct NFSTransfer {
    /// The file.
    let handle: [UInt8]
    let isRead: Bool
    /// The call that it belongs to.
    let call: NFSCall
    /// Where in the file the data begins.
    let start: UInt64
    /// Where in the file the next byte belongs.
    private(set) var offset: UInt64
    /// Bytes that are still to come.
    private(set) var missing: Int
    /// Ranges of this data that came.
    private(set) var came: [Range<UInt64>] = []
    /// Size of the file by the attributes in the reply.
    var size: UInt64?
    /// True when the data goes up to the end of the file.
    var isLast = false

    /// Ranges kept of one READ or WRITE; what comes behind so many gaps counts as lost.
    private static let mostRanges = 64

    /// Data at a place in a file; nil when it lies beyond what a file can have.
    init?(_ call: NFSCall, _ length: Int) {
        guard length >= 0, !call.offset.addingReportingOverflow(UInt64(length)).overflow else { return nil }
        handle = call.handle
        isRead = call.procedure == .read
        self.call = call
        start = call.offset
        offset = start
        missing = length
    }

    /// True when every byte came.
    var isWhole: Bool { missing == 0 && (came.isEmpty ? start == offset : came == [start..<offset]) }

    /// The next bytes came.
    mutating func advance(_ count: Int) {
        let range = offset..<offset + UInt64(count)
        if let last = came.last, last.upperBound == offset {
            came[came.count - 1] = last.lowerBound..<range.upperBound
        } else if came.count < Self.mostRanges {
            came.append(range)
        }
        offset = range.upperBound
        missing -= count
    }

    /// The next bytes will never come.
    mutating func lose(_ count: Int) {
        offset += UInt64(count)
        missing -= count
    }
}
