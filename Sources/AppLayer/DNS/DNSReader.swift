/// Reads a DNS message from front to back. A read beyond the end gives nil and leaves the position where it is.
struct DNSReader {
    /// The whole message: names point back into it from anywhere.
    let bytes: [UInt8]
    /// Where the next read begins.
    private(set) var position: Int
    /// Where what may be read ends: that of the message, or of the record's data.
    let end: Int
    /// True when a name broke the rules and was read all the same.
    private(set) var isOdd = false

    /// Labels of one name (RFC 1035 section 2.3.4: 255 bytes, each label at least 2). Pointers count as labels, so
    /// that no name costs more than this many steps.
    private static let mostLabels = 128
    /// Bytes of one name on the wire (RFC 1035 section 2.3.4).
    private static let longestName = 255

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = 0
        end = bytes.count
    }

    private init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    /// Bytes that are left.
    var left: Int { end - position }

    mutating func byte() -> UInt8? {
        guard left >= 1 else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func word() -> UInt16? {
        guard left >= 2 else { return nil }
        defer { position += 2 }
        return UInt16(bytes[position]) << 8 | UInt16(bytes[position + 1])
    }

    mutating func long() -> UInt32? {
        guard left >= 4, let high = word(), let low = word() else { return nil }
        return UInt32(high) << 16 | UInt32(low)
    }

    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, left >= count else { return nil }
        defer { position += count }
        return bytes[position..<position + count]
    }

    /// A character string: a length byte and so many bytes (RFC 1035 section 3.3).
    mutating func string() -> ArraySlice<UInt8>? {
        guard left >= 1, left > Int(bytes[position]), let count = byte() else { return nil }
        return take(Int(count))
    }

    /// A reader of the next bytes alone, whose names may point anywhere before them.
    mutating func part(_ count: Int) -> DNSReader? {
        guard count >= 0, left >= count else { return nil }
        defer { position += count }
        return DNSReader(bytes, position..<position + count)
    }

    /// A name, with its labels joined by dots and without the dot of the root (RFC 1035 section 4.1.4). Pointers
    /// must go back before the run of labels that they end, so that they cannot form a loop. Of a name that breaks
    /// a rule behind its first pointer what came before is given, as the message goes on behind that pointer; nil
    /// when where it ends is not known.
    mutating func name() -> [UInt8]? {
        var name: [UInt8] = []
        var place = position
        var limit = end
        var start = position
        var hasJumped = false
        var isLong = false
        for _ in 0...Self.mostLabels {
            guard place < limit else { break }
            let length = Int(bytes[place])
            if length == 0 {
                if !hasJumped { position = place + 1 }
                return name
            }
            if length < 0x40 {
                guard place + 1 + length <= limit else { break }
                isLong = isLong || name.count + length + 2 > Self.longestName
                if isLong {
                    isOdd = true
                } else {
                    if !name.isEmpty { name.append(UInt8(ascii: ".")) }
                    name.append(contentsOf: bytes[place + 1..<place + 1 + length])
                }
                place += 1 + length
                continue
            }
            guard length >= 0xc0, place + 1 < limit else { break }
            if !hasJumped { position = place + 2 }
            hasJumped = true
            let target = (length & 0x3f) << 8 | Int(bytes[place + 1])
            guard target < start else { break }
            start = target
            place = target
            limit = bytes.count
        }
        isOdd = true
        return hasJumped ? name : nil
    }

    /// Remembers that a part of the message broke the rules.
    mutating func note(_ part: DNSReader) {
        if part.isOdd { isOdd = true }
    }
}
