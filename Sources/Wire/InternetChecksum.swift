import NetTypes

/// The checksum of IP, TCP, UDP and ICMP (RFC 1071): the ones' complement sum of 16-bit words.
enum InternetChecksum {
    /// What bytes sum up to when the checksum among them is right.
    static let valid: UInt16 = 0xffff

    /// The sum of `bytes`, not complemented; an odd last byte counts as the upper half of a word.
    ///
    /// Since the sum does not care for byte order until the end, eight bytes are added at a time as two
    /// halves of 32 bits into 64-bit sums that cannot overflow below 2³⁵ bytes. Each block is a sub-span,
    /// so one bounds check stands for its eight reads and the compiler makes a single load of them.
    static func sum(_ bytes: Span<UInt8>) -> UInt16 {
        var low: UInt64 = 0
        var high: UInt64 = 0
        var at = 0
        while bytes.count &- at >= 8 {
            let word = littleEndian(bytes.extracting(at..<(at &+ 8)))
            low &+= word & 0xffff_ffff
            high &+= word >> 32
            at &+= 8
        }
        while at < bytes.count {
            low &+= UInt64(bytes[at]) << UInt64(8 &* (at & 1))
            at &+= 1
        }
        return fold(low &+ high).byteSwapped
    }

    /// Adds the halves of a sum until 16 bits are left.
    static func fold(_ sum: UInt64) -> UInt16 {
        var rest = (sum & 0xffff_ffff) &+ (sum >> 32)
        while rest > 0xffff { rest = (rest & 0xffff) &+ (rest >> 16) }
        return UInt16(truncatingIfNeeded: rest)
    }

    /// What an address adds to the sum of a pseudo header.
    static func sum(_ address: IPAddress) -> UInt64 {
        (address.high >> 32) &+ (address.high & 0xffff_ffff) &+ (address.low >> 32)
            &+ (address.low & 0xffff_ffff)
    }

    @inline(__always)
    private static func littleEndian(_ block: Span<UInt8>) -> UInt64 {
        let low =
            UInt64(block[0]) | UInt64(block[1]) << 8 | UInt64(block[2]) << 16 | UInt64(block[3]) << 24
        let high =
            UInt64(block[4]) | UInt64(block[5]) << 8 | UInt64(block[6]) << 16 | UInt64(block[7]) << 24
        return low | high << 32
    }
}
