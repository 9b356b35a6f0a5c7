/// Where the payload of a read or write goes.
struct SMBSink {
    let file: SMBOpenFile
    /// True for what is read from the file.
    let isRead: Bool
    /// Where in the file the next byte belongs.
    private(set) var offset: UInt64

    init(_ file: SMBOpenFile, isRead: Bool, _ offset: UInt64) {
        self.file = file
        self.isRead = isRead
        self.offset = offset
    }

    /// Bytes have been written or lost. An offset that runs over sticks at the end, where nothing is kept.
    mutating func advance(_ count: Int) {
        let (next, overflow) = offset.addingReportingOverflow(UInt64(count))
        offset = overflow ? .max : next
    }
}
