/// Addresses and networks. Their key is three words: two of the prefix, and one of its length and version.
extension IndicatorSet {
    /// The entries of the longest prefix that an address lies in, one for each list that has it.
    public func find(_ address: IPAddress, at time: Timestamp) -> [Int] {
        for length in address.isIPv6 ? lengths6 : lengths4 {
            let prefix = Self.prefix(address, length)
            let tag = Self.tag(length, isIPv6: address.isIPv6)
            var hash = IndicatorHash(seed, .network)
            Self.add(prefix, tag, to: &hash)
            let found = probe(hash.value, at: time) { entry in
                entry.kind.lookup == .network && word(entry, 0) == prefix.high
                    && word(entry, 8) == prefix.low && word(entry, 16) == tag
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The address with all bits behind the first `length` cleared.
    static func prefix(_ address: IPAddress, _ length: Int) -> IPAddress {
        guard address.isIPv6 else {
            return IPAddress(ipv4: UInt32(truncatingIfNeeded: address.low & mask(length + 32)))
        }
        return IPAddress(
            high: address.high & mask(min(length, 64)), low: address.low & mask(max(0, length - 64)))
    }

    /// The last word of a key.
    static func tag(_ length: Int, isIPv6: Bool) -> UInt64 { UInt64(length) | (isIPv6 ? 1 << 16 : 0) }

    static func add(_ prefix: IPAddress, _ tag: UInt64, to hash: inout IndicatorHash) {
        hash.add(prefix.high)
        hash.add(prefix.low)
        hash.add(tag)
    }

    /// Bytes of the key of an address or network.
    static let prefixBytes = 24

    static func write(_ prefix: IPAddress, _ tag: UInt64, to bytes: inout [UInt8]) {
        for word in [prefix.high, prefix.low, tag] {
            for shift in stride(from: UInt64(56), through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: word >> shift))
            }
        }
    }

    private static func mask(_ length: Int) -> UInt64 { length == 0 ? 0 : ~0 << UInt64(64 - length) }

    private func word(_ entry: Entry, _ offset: Int) -> UInt64 {
        var word: UInt64 = 0
        for index in Int(entry.key) + offset..<Int(entry.key) + offset + 8 {
            word = word << 8 | UInt64(arena[index])
        }
        return word
    }

    /// The text of an address or a network.
    func prefixText(_ entry: Entry) -> String {
        let tag = word(entry, 16)
        let length = tag & 0xff
        let isIPv6 = tag >> 16 == 1
        let address =
            isIPv6
            ? IPAddress(high: word(entry, 0), low: word(entry, 8))
            : IPAddress(ipv4: UInt32(truncatingIfNeeded: word(entry, 8)))
        return entry.kind == .address ? address.description : "\(address)/\(length)"
    }
}
