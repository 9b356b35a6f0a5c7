import NetTypes

/// The checksum of IP, TCP, UDP and ICMP (RFC 1071): the ones' complement sum of 16-bit words.
enum InternetChecksum {
    /// What bytes sum up to when the checksum among them is right.
    static let valid: UInt16 = 0xffff

    /// The sum of `bytes`, not complemented; an odd last byte counts as the upper half of a word.
    ///
    /// Since the sum does not care for byte order until the end, it is taken of 64-bit words, each carry added
    /// where it came from, in four sums that do not wait for each other. Each block is a sub-span, so one bounds
    /// check stands for its reads and the compiler makes a single load of each word.
    static func sum(_ bytes: Span<UInt8>) -> UInt16 {
        var sums: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        var at = 0
        while bytes.count &- at >= 32 {
            let block = bytes.extracting(at..<(at &+ 32))
            sums.0 = add(littleEndian(block, 0), to: sums.0)
            sums.1 = add(littleEndian(block, 8), to: sums.1)
            sums.2 = add(littleEndian(block, 16), to: sums.2)
            sums.3 = add(littleEndian(block, 24), to: sums.3)
            at &+= 32
        }
        while bytes.count &- at >= 8 {
            sums.0 = add(littleEndian(bytes.extracting(at..<(at &+ 8)), 0), to: sums.0)
            at &+= 8
        }
        var last: UInt64 = 0
        while at < bytes.count {
            last |= UInt64(bytes[at]) << UInt64(8 &* (at & 7))
            at &+= 1
        }
        let sum = add(add(sums.0, to: sums.1), to: add(sums.2, to: add(sums.3, to: last)))
        return fold(sum).byteSwapped
    }

    /// The ones' complement sum of two words.
    @inline(__always)
    private static func add(_ word: UInt64, to sum: UInt64) -> UInt64 {
        let (result, carry) = sum.addingReportingOverflow(word)
        return carry ? result &+ 1 : result
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
    private static func littleEndian(_ block: Span<UInt8>, _ at: Int) -> UInt64 {
        let low =
            UInt64(block[at]) | UInt64(block[at + 1]) << 8 | UInt64(block[at + 2]) << 16
            | UInt64(block[at + 3]) << 24
        let high =
            UInt64(block[at + 4]) | UInt64(block[at + 5]) << 8 | UInt64(block[at + 6]) << 16
            | UInt64(block[at + 7]) << 24
        return low | high << 32
    }
}
