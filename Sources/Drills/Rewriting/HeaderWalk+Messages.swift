import Wire

// Addresses in the messages of ICMP (RFC 792) and ICMPv6 (RFC 4443, 4861, 2710, 3810).
extension HeaderWalk {
    private enum Kind {
        static let redirect: UInt8 = 5
        static let errors: Set<UInt8> = [3, 4, 5, 11, 12]
        static let errorsV6: ClosedRange<UInt8> = 1...4
        static let listenerQuery: UInt8 = 130
        static let listenerDone: UInt8 = 132
        static let routerSolicitation: UInt8 = 133
        static let routerAdvertisement: UInt8 = 134
        static let neighbourSolicitation: UInt8 = 135
        static let neighbourAdvertisement: UInt8 = 136
        static let redirectV6: UInt8 = 137
        static let listenerReport: UInt8 = 143
    }

    private enum Option {
        static let sourceHardware: UInt8 = 1
        static let targetHardware: UInt8 = 2
        static let prefix: UInt8 = 3
        static let redirected: UInt8 = 4
        static let servers: UInt8 = 25
    }

    /// Bytes of a message before what it quotes.
    private static let header = 8
    private static let size = 16

    mutating func message(_ place: HeaderPlace, _ depth: Int) {
        let start = place.start
        let type = editor.byte(start)
        guard Kind.errors.contains(type) else { return }
        if type == Kind.redirect && start + Self.header <= place.end {
            address(at: start + 4, isIPv6: false)
        }
        quote(from: start + Self.header, to: place.end, depth: depth)
    }

    mutating func messageV6(_ place: HeaderPlace, _ depth: Int) {
        let start = place.start
        let body = start + Self.header
        switch editor.byte(start) {
        case Kind.errorsV6: quote(from: body, to: place.end, depth: depth)
        case Kind.listenerQuery...Kind.listenerDone: addresses(at: body, count: 1, place)
        case Kind.routerSolicitation: neighbourOptions(from: body, place, depth)
        case Kind.routerAdvertisement: neighbourOptions(from: start + 16, place, depth)
        case Kind.neighbourSolicitation, Kind.neighbourAdvertisement:
            addresses(at: body, count: 1, place)
            neighbourOptions(from: start + 24, place, depth)
        case Kind.redirectV6:
            addresses(at: body, count: 2, place)
            neighbourOptions(from: start + 40, place, depth)
        case Kind.listenerReport: listenerRecords(place)
        default: break
        }
    }

    private mutating func addresses(at start: Int, count: Int, _ place: HeaderPlace) {
        for index in 0..<count where start + index * Self.size < place.end {
            address(at: start + index * Self.size, isIPv6: true)
        }
    }

    /// Options are type, length in eights of bytes, and what they say (RFC 4861 section 4.6).
    private mutating func neighbourOptions(from start: Int, _ place: HeaderPlace, _ depth: Int) {
        var next = start
        while next + 2 <= place.end {
            let length = Int(editor.byte(next + 1)) * 8
            guard length > 0, next + length <= place.end else { return }
            switch editor.byte(next) {
            case Option.sourceHardware, Option.targetHardware: hardware(at: [next + 2])
            case Option.prefix where length >= 32: address(at: next + 16, isIPv6: true)
            case Option.redirected: quote(from: next + 8, to: next + length, depth: depth)
            case Option.servers: addresses(at: next + 8, count: (length - 8) / Self.size, place)
            default: break
            }
            next += length
        }
    }

    /// Records name a group and the sources that are wanted of it (RFC 3810 section 5.2).
    private mutating func listenerRecords(_ place: HeaderPlace) {
        var next = place.start + Self.header
        for _ in 0..<editor.uint16(place.start + 6) {
            guard next + 4 + Self.size <= place.end else { return }
            let sources = Int(editor.uint16(next + 2))
            let auxiliary = Int(editor.byte(next + 1)) * 4
            addresses(at: next + 4, count: 1 + sources, place)
            next += 4 + Self.size * (1 + sources) + auxiliary
        }
    }
}
