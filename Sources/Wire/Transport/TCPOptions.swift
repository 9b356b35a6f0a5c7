import NetTypes

// TCP options (RFC 9293 section 3.2); only the timestamps (RFC 7323) are kept.
extension Descent {
    private enum Kind {
        static let end: UInt8 = 0
        static let noOperation: UInt8 = 1
        static let timestamps: UInt8 = 8
    }

    private static let timestampsLength = 10
    /// How nearly every stack lays timestamps out: two fillers, kind and length.
    private static let usualStart: UInt32 = 0x0101_080a
    private static let usualLength = 12

    /// TSval of the timestamps option, if there is one.
    mutating func timestamp(in options: Span<UInt8>) -> UInt32? {
        if options.count == Self.usualLength && options.uint32(0) == Self.usualStart {
            return options.uint32(4)
        }
        var value: UInt32?
        var next = 0
        while next < options.count {
            let kind = options[next]
            if kind == Kind.end { break }
            if kind == Kind.noOperation {
                next += 1
                continue
            }
            guard next + 1 < options.count, case let length = Int(options[next + 1]), length >= 2,
                length <= options.count - next
            else {
                packet.anomalies.insert(.tcpOptions)
                break
            }
            if kind == Kind.timestamps {
                if length == Self.timestampsLength {
                    value = options.uint32(next + 2)
                } else {
                    packet.anomalies.insert(.tcpOptions)
                }
            }
            next += length
        }
        return value
    }
}
