import NetTypes

/// A file that is being read or written: one object and one transaction.
struct NFSFile {
    /// Its handle.
    let handle: [UInt8]
    /// True when it is read; false when it is written.
    let isRead: Bool
    let object: ObjectID
    /// Its position among the transactions of the flow.
    let number: UInt64
    /// Which way the bytes go.
    let direction: Direction
    /// The call that it began with.
    let call: NFSCall
    /// The bytes that came.
    var coverage = ByteCoverage(limit: mostRanges)
    /// Ranges kept of one file: who reads or writes a file leaves few holes at a time.
    static let mostRanges = 1024
    /// Its size by its attributes, or where a read met its end; nil while that is not known.
    var size: UInt64?
    /// True when a read met the end of the file.
    var hasMetEnd = false
    /// True when the capture lost bytes of it.
    var hasLost = false
    /// READs or WRITEs that carried it.
    var chunks: UInt64 = 0
    /// The last of them.
    var lastID: UInt32 = 0

    /// True when every byte of it came.
    var isWhole: Bool { size.map { coverage.reaches($0) } ?? (!isRead && coverage.isContiguous) }

    /// Why it is not whole when it ends now; nil when it is. Parts of files are read and written on purpose: when
    /// none of the bytes that were sent are missing and they are not the start of the file, it is a range.
    var reason: FileRecord.Reason? {
        if isWhole { return nil }
        if hasLost { return .gap }
        return coverage.isContiguous ? .cut : .range
    }
}
