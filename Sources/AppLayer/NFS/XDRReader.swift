/// Reads XDR (RFC 4506): words of four bytes, from front to back. A read beyond the end gives nil.
struct XDRReader {
    private let bytes: [UInt8]
    /// Where the next read begins.
    private(set) var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func word() -> UInt32? {
        guard bytes.count - position >= 4 else { return nil }
        defer { position += 4 }
        return bytes[position..<position + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    mutating func long() -> UInt64? {
        guard let high = word(), let low = word() else { return nil }
        return UInt64(high) << 32 | UInt64(low)
    }

    /// A boolean; nil when it is neither 0 nor 1 (RFC 4506 section 4.4).
    mutating func flag() -> Bool? {
        guard let number = word(), number <= 1 else { return nil }
        return number == 1
    }

    /// Passes over bytes; false when there are fewer.
    mutating func skip(_ count: Int) -> Bool {
        guard count >= 0, bytes.count - position >= count else { return false }
        position += count
        return true
    }

    /// Bytes with their length in front of them and filled up to a word; nil when there are more than `longest`.
    mutating func opaque(_ longest: Int) -> [UInt8]? {
        guard let length = word(), length <= UInt32(clamping: longest) else { return nil }
        let count = Int(length)
        guard bytes.count - position >= count else { return nil }
        let end = position + count
        defer { position = min(bytes.count, (end + 3) & ~3) }
        return Array(bytes[position..<end])
    }
}
