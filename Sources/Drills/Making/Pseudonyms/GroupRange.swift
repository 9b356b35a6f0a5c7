/// The groups that one of an IPv6 address may become: those with as many hexadecimal digits, and as the first of an
/// address those of the same kind of network.
struct GroupRange {
    private let range: ClosedRange<UInt64>
    /// True where it stays what it is.
    let isFixed: Bool
    /// Bits that hold the range: an even number.
    let bits: Int

    private static let fixed: Set<UInt64> = [0x64, 0x2001, 0x2002]
    private static let isFirstFixed: ClosedRange<UInt64> = 0xfe00...0xffff
    /// Networks of the Internet, those of nobody yet, and those for use inside.
    private static let kinds: [ClosedRange<UInt64>] = [
        0x1000...0x1fff, 0x2000...0x3fff, 0x4000...0xfbff, 0xfc00...0xfdff,
    ]

    private let isFirst: Bool

    /// The range of a group.
    init(_ group: UInt64, isFirst: Bool) {
        self.isFirst = isFirst
        let digits: ClosedRange<UInt64> =
            switch group {
            case 0: 0...0
            case 0x1...0xf: 0x1...0xf
            case 0x10...0xff: 0x10...0xff
            case 0x100...0xfff: 0x100...0xfff
            default: 0x1000...0xffff
            }
        range = isFirst ? Self.kinds.first { $0.contains(group) } ?? digits : digits
        bits = (16 - UInt16(truncatingIfNeeded: range.upperBound).leadingZeroBitCount + 3) / 4 * 4
        isFixed =
            group == 0 || isFirst && (Self.fixed.contains(group) || Self.isFirstFixed.contains(group))
    }

    /// True for a group that may take the place.
    func contains(_ group: UInt64) -> Bool {
        range.contains(group) && !(isFirst && Self.fixed.contains(group))
    }
}
