import NetTypes

/// The options of a request or of its acknowledgement (RFC 2347) that change how blocks are read.
struct TFTPOptions: Equatable {
    /// Bytes of a block (RFC 2348): 8 to 65,464.
    var blockSize: Int?
    /// Blocks sent before an acknowledgement is waited for (RFC 7440): 1 to 65,535.
    var windowSize: Int?
    /// True when the options do not parse.
    var isMalformed = false
    /// True when there were more than are looked at.
    var isTruncated = false

    /// Options looked at. The standards have six, and a request has room for few (RFC 2347 sets 512 bytes).
    private static let most = 32

    /// The options from a position of a datagram to its end.
    init(_ datagram: Span<UInt8>, from start: Int) {
        var position = start
        for _ in 0..<Self.most {
            guard position < datagram.count else { return }
            guard let name = Self.text(datagram, &position), let value = Self.text(datagram, &position) else {
                isMalformed = true
                return
            }
            take(String(decoding: name, as: UTF8.self).lowercased(), String(decoding: value, as: UTF8.self))
        }
        isTruncated = position < datagram.count
    }

    /// Bytes up to the next NUL, which the position moves behind; nil without one.
    static func text(_ datagram: Span<UInt8>, _ position: inout Int) -> [UInt8]? {
        var end = position
        while end < datagram.count, datagram[end] != 0 { end += 1 }
        guard end < datagram.count else { return nil }
        defer { position = end + 1 }
        return Array(copying: datagram.extracting(position..<end))
    }

    private mutating func take(_ name: String, _ value: String) {
        switch name {
        case "blksize": blockSize = number(value, 8...65_464)
        case "windowsize": windowSize = number(value, 1...65_535)
        default: break
        }
    }

    private mutating func number(_ value: String, _ range: ClosedRange<Int>) -> Int? {
        guard let number = Int(value), range.contains(number) else {
            isMalformed = true
            return nil
        }
        return number
    }
}
