/// The value of Content-Range (RFC 9110 section 14.4), with a length.
struct HTTPContentRange: Equatable {
    /// The first byte.
    let first: UInt64
    /// The last byte.
    let last: UInt64
    /// The length of the whole; nil when it is not known.
    let total: UInt64?

    /// From a value such as `bytes 0-499/1234`; nil when it is none.
    init?(_ value: [UInt8]) {
        let text = HTTPValue.trimmed(value[...])
        guard text.count > 6, HTTPValue.lowercased(text.prefix(5)) == "bytes" else { return nil }
        let parts = text.dropFirst(5).split(separator: 0x2f, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let ends = parts[0].split(separator: 0x2d, omittingEmptySubsequences: false)
        guard ends.count == 2, let first = HTTPValue.number(ends[0]), let last = HTTPValue.number(ends[1]),
            first <= last, last < UInt64(Int64.max)
        else { return nil }
        total = HTTPValue.number(parts[1])
        if let total, last >= total { return nil }
        self.first = first
        self.last = last
    }

    /// True when it is all there is.
    var isWhole: Bool { first == 0 && total == last + 1 }
}
