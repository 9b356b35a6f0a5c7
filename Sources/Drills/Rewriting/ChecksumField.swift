/// A checksum in a frame and how far it is off since bytes under it were changed.
struct ChecksumField {
    /// Where its two bytes lie.
    let place: Int
    /// The bytes that it is over, itself among them.
    let covered: Range<Int>
    /// True where zero says that there is none (UDP).
    let mayBeAbsent: Bool
    /// What the words under it have grown by.
    var growth: Int64

    /// What a change of one byte adds to the sum of words.
    static func growth(from old: UInt8, to new: UInt8, isUpper: Bool) -> Int64 {
        let difference = Int64(new) - Int64(old)
        return isUpper ? difference << 8 : difference
    }

    /// The field for one whose words have grown by that much (RFC 1624, equation 3). What was wrong stays wrong by
    /// the same amount.
    func updated(_ field: UInt16) -> UInt16 {
        if mayBeAbsent && field == 0 { return 0 }
        var rest = growth % 0xffff
        if rest == 0 { return field }
        if rest < 0 { rest += 0xffff }
        var sum = UInt32(~field) + UInt32(rest)
        while sum > 0xffff { sum = (sum & 0xffff) + sum >> 16 }
        let updated = ~UInt16(truncatingIfNeeded: sum)
        return mayBeAbsent && updated == 0 ? 0xffff : updated
    }
}
