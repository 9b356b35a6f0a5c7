/// What was seen of the extension headers of one IPv6 packet.
struct ExtensionHeaders {
    /// Headers that are read in one packet. Hosts send three or four; a longer chain is an attempt to hide.
    static let limit = 16

    /// Headers so far.
    var count = 0
    /// True when the payload length was zero and a hop-by-hop header may hold the real one.
    var mayBeJumbo = false
    /// True once a jumbo payload option was taken.
    var isJumbo = false
    /// Kinds that came already.
    private var seen: UInt8 = 0

    /// Kinds of extension header.
    enum Kind: UInt8 {
        case hopByHop = 1
        case routing = 2
        case fragment = 4
        case authentication = 8
        case destinationOptions = 16
        /// Destination options may stand twice (RFC 8200 section 4.1).
        case secondDestinationOptions = 32
    }

    /// Counts a header of this kind; false when it should not be there: a kind that came before, or
    /// hop-by-hop options that are not the first.
    mutating func isInPlace(_ kind: Kind) -> Bool {
        var kind = kind
        if kind == .destinationOptions && seen & kind.rawValue != 0 { kind = .secondDestinationOptions }
        let isRepeated = seen & kind.rawValue != 0
        let isLate = kind == .hopByHop && count > 0
        seen |= kind.rawValue
        count += 1
        return !isRepeated && !isLate
    }
}
