/// Bytes that take the place of as many others.
struct PayloadEdit: Equatable {
    /// Where they begin.
    var offset: Int
    /// The new bytes.
    var bytes: [UInt8]

    /// One past the last of them.
    var end: Int { offset + bytes.count }
}
