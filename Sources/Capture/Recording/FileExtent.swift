/// A part of a file.
struct FileExtent: Equatable {
    /// Where it begins, in bytes from the start of the file.
    var offset: UInt64
    /// Bytes of it.
    var length: UInt64

    /// Where it ends; the end of what can be counted when that is beyond it.
    var end: UInt64 {
        let (sum, overflow) = offset.addingReportingOverflow(length)
        return overflow ? .max : sum
    }
}
