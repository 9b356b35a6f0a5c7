/// The octets that one of an IPv4 address may become: those with as many decimal digits, and on the same side of the
/// borders of special networks.
struct OctetRange {
    private let range: ClosedRange<UInt64>
    private let excluded: ClosedRange<UInt64>?
    private let fixed: Set<UInt64>
    /// True where it stays what it is.
    let isFixed: Bool
    /// Bits that hold the range: an even number.
    let bits: Int

    /// First octets of networks that are special in themselves (10.0.0.0/8), or in a part (172.16.0.0/12).
    private static let special: Set<UInt64> = [0, 10, 100, 127, 169, 172, 192]
    /// Last octets that stand for a network, or for all of its hosts.
    private static let ends: Set<UInt64> = [0, 255]

    /// The range of an octet at a place (0 to 3) behind the octets `before`, which have a one in front.
    init(_ octet: UInt64, after before: UInt32, place: Int) {
        var range: ClosedRange<UInt64> = octet < 10 ? 0...9 : octet < 100 ? 10...99 : 100...255
        var excluded: ClosedRange<UInt64>?
        var fixed: Set<UInt64> = place == 3 ? Self.ends : []
        if place == 0 {
            fixed = Self.special
            if octet >= 100 { range = 100...223 }
        }
        if place == 1, let inside = Self.special(behind: before & 255) {
            if inside.contains(octet) {
                range = range.clamped(to: inside)
            } else {
                excluded = inside
            }
        }
        self.range = range
        bits = range.upperBound < 16 ? 4 : 8
        self.excluded = excluded
        self.fixed = fixed
        isFixed = fixed.contains(octet) || range.lowerBound == range.upperBound
    }

    /// The second octets of private, link-local and shared networks.
    private static func special(behind first: UInt32) -> ClosedRange<UInt64>? {
        switch first {
        case 100: 64...127
        case 169: 254...254
        case 172: 16...31
        case 192: 168...168
        default: nil
        }
    }

    /// True for an octet that may take the place.
    func contains(_ octet: UInt64) -> Bool {
        range.contains(octet) && !fixed.contains(octet) && excluded?.contains(octet) != true
    }
}
