/// An address prefix in CIDR notation (RFC 4632, RFC 4291 section 2.3).
public struct IPNetwork: Hashable, Sendable {
    /// The first address; host bits are zero.
    public let address: IPAddress
    /// How many bits count: 0 to 32, or 0 to 128.
    public let prefixLength: Int

    /// A network from its text, `192.0.2.0/24` or `2001:db8::/32`; a plain address is a network of one.
    ///
    /// Nil when it is neither, or the length is out of range. Host bits are cleared.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = IPAddress(String(parts[0])) else { return nil }
        let bits = address.isIPv6 ? 128 : 32
        guard let length = parts.count == 2 ? Int(parts[1]) : bits, (0...bits).contains(length) else {
            return nil
        }
        prefixLength = length
        self.address = Self.masked(address, length)
    }

    /// True when `address` lies in it.
    public func contains(_ address: IPAddress) -> Bool {
        address.isIPv6 == self.address.isIPv6 && Self.masked(address, prefixLength) == self.address
    }

    private static func masked(_ address: IPAddress, _ length: Int) -> IPAddress {
        guard address.isIPv6 else {
            return IPAddress(ipv4: UInt32(truncatingIfNeeded: address.low & mask(length + 32)))
        }
        return IPAddress(
            high: address.high & mask(min(length, 64)), low: address.low & mask(max(0, length - 64)))
    }

    /// A word whose upper `length` bits (0 to 64) are set.
    private static func mask(_ length: Int) -> UInt64 {
        length == 0 ? 0 : ~0 << UInt64(64 - length)
    }
}
