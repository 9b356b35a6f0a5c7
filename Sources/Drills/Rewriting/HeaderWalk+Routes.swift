import Wire

// Addresses in the options of IPv4 (RFC 791 section 3.1) and in the routing header of IPv6 (RFC 8200 section 4.4).
extension HeaderWalk {
    private enum Option {
        static let end: UInt8 = 0
        static let noOperation: UInt8 = 1
        static let recordRoute: UInt8 = 7
        static let timestamp: UInt8 = 68
        static let looseSourceRoute: UInt8 = 131
        static let strictSourceRoute: UInt8 = 137
    }

    private enum Routing {
        static let type = 2
        static let segmentsLeft = 3
        static let addresses = 8
        static let size = 16
        static let source: UInt8 = 0
        static let mobile: UInt8 = 2
        static let segments: UInt8 = 4
    }

    mutating func options(from start: Int, to end: Int) {
        var next = start
        while next < end {
            let kind = editor.byte(next)
            if kind == Option.end { return }
            if kind == Option.noOperation {
                next += 1
                continue
            }
            let length = Int(editor.byte(next + 1))
            guard next + 1 < end, length >= 2, next + length <= end else { return }
            switch kind {
            case Option.recordRoute: route(next, length)
            case Option.looseSourceRoute, Option.strictSourceRoute:
                let isUnderWay = Int(editor.byte(next + 2)) <= length
                let last = route(next, length)
                // The transport checksum is over the last address of the way.
                if isUnderWay, let last { destinationGrowth = last }
            case Option.timestamp: timestamps(next, length)
            default: break
            }
            next += length
        }
    }

    /// Replaces the addresses of a route that lie behind its pointer byte; returns what the last has grown by.
    @discardableResult
    private mutating func route(_ start: Int, _ length: Int) -> Int64? {
        var last: Int64?
        // Counted from the end, as the decoder does, since that is where the destination is.
        let count = (length - 3) / 4
        guard count > 0 else { return nil }
        for index in 0..<count {
            last = address(at: start + length - 4 * (count - index), isIPv6: false)
        }
        return last
    }

    /// Timestamps come with the address of who made them, by the flag in the fourth byte.
    private mutating func timestamps(_ start: Int, _ length: Int) {
        let flag = editor.byte(start + 3) & 0x0f
        guard flag == 1 || flag == 3 else { return }
        for place in stride(from: start + 4, to: start + length - 7, by: 8) {
            address(at: place, isIPv6: false)
        }
    }

    mutating func routing(_ place: HeaderPlace) {
        let start = place.start
        let length = place.next - start
        let type = editor.byte(start + Routing.type)
        guard length >= Routing.addresses + Routing.size,
            [Routing.source, Routing.mobile, Routing.segments].contains(type)
        else { return }
        var growths: [Int64] = []
        // A segment routing header says how many there are; options may follow them.
        let listed = type == Routing.segments ? Int(editor.byte(start + 4)) + 1 : Int.max
        let count = min(listed, (length - Routing.addresses) / Routing.size)
        for index in 0..<count {
            growths.append(address(at: start + Routing.addresses + index * Routing.size, isIPv6: true))
        }
        guard editor.byte(start + Routing.segmentsLeft) > 0 else { return }
        if let last = type == Routing.segments ? growths.first : growths.last { destinationGrowth = last }
    }
}
