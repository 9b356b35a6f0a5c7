import NetTypes

// Options of IPv4 (RFC 791 section 3.1). Only source routes matter: the transport checksum is over their last
// address, not over the one in the header.
extension Descent {
    private enum Kind {
        static let end: UInt8 = 0
        static let noOperation: UInt8 = 1
        static let looseSourceRoute: UInt8 = 131
        static let strictSourceRoute: UInt8 = 137
    }

    private static let address = 4

    mutating func ipv4Options(_ options: Span<UInt8>) {
        var next = 0
        while next < options.count {
            let kind = options[next]
            if kind == Kind.end { return }
            if kind == Kind.noOperation {
                next += 1
                continue
            }
            guard next + 1 < options.count, case let length = Int(options[next + 1]), length >= 2,
                length <= options.count - next
            else {
                packet.anomalies.insert(.ipv4Options)
                return
            }
            if kind == Kind.looseSourceRoute || kind == Kind.strictSourceRoute {
                followRoute(options.extracting(next..<(next + length)))
            }
            next += length
        }
    }

    /// A route whose pointer (counted from 1) is not yet behind it ends at its last address.
    private mutating func followRoute(_ option: Span<UInt8>) {
        guard option.count >= 3 + Self.address else { return }
        guard Int(option[2]) <= option.count else { return }
        destinationSum = UInt64(option.uint32(option.count - Self.address))
    }
}
