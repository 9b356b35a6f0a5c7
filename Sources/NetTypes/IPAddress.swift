/// An IPv4 or IPv6 address, as two words in network order.
///
/// IPv4 addresses lie in the low 32 bits of `low`. Order: version first, then numeric, which for two addresses
/// of one version is the order of their bytes on the wire, as Community ID needs it.
public struct IPAddress: Hashable, Comparable, Codable, Sendable {
    /// The upper 64 bits; 0 for IPv4.
    public let high: UInt64
    /// The lower 64 bits; an IPv4 address is the low 32 of them.
    public let low: UInt64
    /// True for IPv6.
    public let isIPv6: Bool

    /// The address 0.0.0.0.
    @inlinable public static var zero: IPAddress { IPAddress(ipv4: 0) }

    /// An IPv4 address from its number (127.0.0.1 is 0x7f000001).
    @inlinable
    public init(ipv4: UInt32) {
        high = 0
        low = UInt64(ipv4)
        isIPv6 = false
    }

    /// An IPv6 address from its two halves.
    @inlinable
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
        isIPv6 = true
    }

    /// The 4 or 16 bytes of the address, in network order.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    /// Appends the 4 or 16 bytes of the address, in network order.
    public func write(to bytes: inout [UInt8]) {
        if isIPv6 { Self.write(high, from: 56, to: &bytes) }
        Self.write(low, from: isIPv6 ? 56 : 24, to: &bytes)
    }

    private static func write(_ word: UInt64, from first: UInt64, to bytes: inout [UInt8]) {
        for shift in stride(from: first, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: word >> shift))
        }
    }

    /// Equal when version and number are.
    @inlinable
    public static func == (left: IPAddress, right: IPAddress) -> Bool {
        left.low == right.low && left.high == right.high && left.isIPv6 == right.isIPv6
    }

    /// IPv4 before IPv6, then by number.
    @inlinable
    public static func < (left: IPAddress, right: IPAddress) -> Bool {
        if left.isIPv6 != right.isIPv6 { return right.isIPv6 }
        return left.high != right.high ? left.high < right.high : left.low < right.low
    }
}
