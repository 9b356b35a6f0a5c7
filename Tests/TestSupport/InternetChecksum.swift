/// The ones' complement sum that IP, TCP, UDP and ICMP use (RFC 1071).
public enum InternetChecksum {
    /// The running sum over `bytes`, continued from `start`; an odd last byte counts as if a zero followed it.
    public static func sum(_ bytes: [UInt8], from start: UInt64 = 0) -> UInt64 {
        var sum = start
        var index = 0
        while index + 1 < bytes.count {
            sum += UInt64(bytes[index]) << 8 | UInt64(bytes[index + 1])
            index += 2
        }
        return index < bytes.count ? sum + UInt64(bytes[index]) << 8 : sum
    }

    /// The checksum field for a running sum.
    public static func field(_ sum: UInt64) -> UInt16 {
        var folded = sum
        while folded > 0xffff { folded = folded & 0xffff + folded >> 16 }
        return ~UInt16(folded)
    }
}
