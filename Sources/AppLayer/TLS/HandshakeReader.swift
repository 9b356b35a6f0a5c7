/// Reads the fields and vectors of handshake messages (RFC 8446 section 3). Total: what is not there is nil, and
/// the position then stays where it was.
struct HandshakeReader {
    /// What has not been read.
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    /// True at the end.
    var isAtEnd: Bool { rest.isEmpty }

    /// A number of one to four bytes, most significant first.
    mutating func number(_ width: Int) -> Int? {
        guard let bytes = take(width) else { return nil }
        return bytes.reduce(0) { $0 << 8 | Int($1) }
    }

    /// A number of two bytes.
    mutating func uint16() -> UInt16? {
        number(2).map { UInt16(truncatingIfNeeded: $0) }
    }

    /// The next bytes.
    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    /// A vector whose length comes first, in one to three bytes.
    mutating func vector(_ width: Int) -> ArraySlice<UInt8>? {
        let start = rest
        guard let length = number(width), let bytes = take(length) else {
            rest = start
            return nil
        }
        return bytes
    }

    /// The rest as numbers of two bytes; an odd byte at the end is left.
    mutating func uint16s() -> [UInt16] {
        var numbers: [UInt16] = []
        numbers.reserveCapacity(rest.count / 2)
        while let number = uint16() { numbers.append(number) }
        return numbers
    }

    /// A number of one, two, four or eight bytes as QUIC writes it (RFC 9000 section 16).
    mutating func variableLength() -> UInt64? {
        guard let first = rest.first, let bytes = take(1 << Int(first >> 6)) else { return nil }
        return bytes.dropFirst().reduce(UInt64(first & 0x3f)) { $0 << 8 | UInt64($1) }
    }

    /// Leaves out a number of bytes that QUIC announced; nil when they are not there.
    mutating func take(_ count: UInt64) -> ArraySlice<UInt8>? {
        guard let count = Int(exactly: count) else { return nil }
        return take(count)
    }
}
