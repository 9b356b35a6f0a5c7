import NetTypes

/// Networks that stand for others, so that one capture can play at several units.
///
/// Of two that hold an address the longer prefix counts. What lies in none of them stays what it is.
public struct AddressMap: Equatable, Sendable {
    /// A network and the one that takes its place, of the same version and length.
    public struct Entry: Equatable, Sendable {
        /// The network in the capture.
        public var from: IPNetwork
        /// The network in the drill.
        public var to: IPNetwork
    }

    /// The entries, longest prefix first.
    public private(set) var entries: [Entry] = []

    /// A map of nothing.
    public init() {}

    /// Adds a pair; false where the two differ in version or length, or the first has an entry already.
    public mutating func add(_ from: IPNetwork, _ to: IPNetwork) -> Bool {
        guard from.address.isIPv6 == to.address.isIPv6, from.prefixLength == to.prefixLength,
            !entries.contains(where: { $0.from == from })
        else { return false }
        let place = entries.firstIndex { $0.from.prefixLength < from.prefixLength } ?? entries.count
        entries.insert(Entry(from: from, to: to), at: place)
        return true
    }

    /// True where nothing is replaced.
    public var isEmpty: Bool { entries.isEmpty }

    /// The address that takes the place of another.
    public func callAsFunction(_ address: IPAddress) -> IPAddress {
        guard let entry = entries.first(where: { $0.from.contains(address) }) else { return address }
        let length = entry.from.prefixLength
        let target = entry.to.address
        guard address.isIPv6 else {
            let host = Self.hostBits(length + 32)
            return IPAddress(ipv4: UInt32(truncatingIfNeeded: target.low | address.low & host))
        }
        return IPAddress(
            high: target.high | address.high & Self.hostBits(min(length, 64)),
            low: target.low | address.low & Self.hostBits(max(0, length - 64)))
    }

    /// A word whose bits behind the upper `length` (0 to 64) are set.
    private static func hostBits(_ length: Int) -> UInt64 {
        length >= 64 ? 0 : ~0 >> UInt64(max(0, length))
    }
}
