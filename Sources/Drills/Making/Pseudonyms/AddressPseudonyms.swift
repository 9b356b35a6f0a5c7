import NetTypes
import Synchronization

/// Addresses that stand for others, one to one.
///
/// What two addresses have in common at the beginning, up to a border of octets (IPv4) or groups (IPv6), their
/// replacements have in common too. Each octet keeps its number of decimal digits and each group its number of
/// hexadecimal ones, so that an address in a text is replaced without moving what follows. Private, shared
/// and link-local networks keep the prefix that makes them so; multicast, broadcast, loopback and
/// unspecified addresses stay.
final class AddressPseudonyms: Sendable {
    private let permutation: KeyedPermutation
    /// Since a replacement costs some hundred blocks of AES.
    private let known = Mutex<[IPAddress: IPAddress]>([:])

    /// Replacements under a key of 32 bytes.
    init(key: [UInt8]) {
        permutation = KeyedPermutation(key: key)
    }

    /// The address that takes the place of another.
    func callAsFunction(_ address: IPAddress) -> IPAddress {
        if let mapped = known.withLock({ $0[address] }) { return mapped }
        let mapped =
            address.isIPv6
            ? version6(address) : IPAddress(ipv4: version4(UInt32(truncatingIfNeeded: address.low)))
        known.withLock { $0[address] = mapped }
        return mapped
    }

    /// True for an address that stays what it is under every key.
    static func stays(_ address: IPAddress) -> Bool {
        guard address.isIPv6 else { return stays(UInt32(truncatingIfNeeded: address.low)) }
        if isNeighbours(address) { return false }
        if address.high == 0 && address.low <= 1 || address.high >> 56 == 0xff { return true }
        if holdsIPv4(address) { return stays(UInt32(truncatingIfNeeded: address.low)) }
        return (0..<8).allSatisfy { place in
            let word = place < 4 ? address.high : address.low
            return GroupRange(word >> UInt64(48 - 16 * (place & 3)) & 0xffff, isFirst: place == 0).isFixed
        }
    }

    /// Loopback, what is above unicast, and networks that are not real.
    private static func stays(_ number: UInt32) -> Bool {
        let first = number >> 24
        return first == 0 || first == 127 || first >= 224
    }

    /// Addresses of IPv4 in IPv6: mapped ones (RFC 4291), translated ones (RFC 6052).
    private static func holdsIPv4(_ address: IPAddress) -> Bool {
        address.high == 0 && address.low >> 32 == 0xffff
            || address.high == 0x0064_ff9b_0000_0000 && address.low >> 32 == 0
    }

    /// Multicast that asks for a neighbour (RFC 4291 section 2.7.1).
    private static func isNeighbours(_ address: IPAddress) -> Bool {
        address.high == 0xff02_0000_0000_0000 && address.low >> 24 == 0x1_ff
    }

    private func version4(_ number: UInt32) -> UInt32 {
        if Self.stays(number) { return number }
        var mapped: UInt32 = 0
        for place in 0..<4 {
            let shift = UInt32(24 - 8 * place)
            let octet = UInt64(number >> shift & 255)
            // What came before, with a one in front so that its length counts.
            let before = UInt64(number) >> UInt64(shift + 8) | 1 << UInt64(8 * place)
            let range = OctetRange(octet, after: UInt32(truncatingIfNeeded: before), place: place)
            let new =
                range.isFixed
                ? octet
                : permutation(octet, bits: range.bits, context: before, domain: 4) { range.contains($0) }
            mapped |= UInt32(truncatingIfNeeded: new) << shift
        }
        return mapped
    }

    private func version6(_ address: IPAddress) -> IPAddress {
        if address.high == 0 && address.low <= 1 { return address }
        if address.high >> 56 == 0xff { return multicast(address) }
        if Self.holdsIPv4(address) {
            let inner = version4(UInt32(truncatingIfNeeded: address.low))
            return IPAddress(high: address.high, low: (address.low >> 32) << 32 | UInt64(inner))
        }
        var words = [address.high, address.low]
        var context: UInt64 = 1
        for place in 0..<8 {
            let shift = UInt64(48 - 16 * (place & 3))
            let group = (place < 4 ? address.high : address.low) >> shift & 0xffff
            let range = GroupRange(group, isFirst: place == 0)
            let new =
                range.isFixed
                ? group
                : permutation(group, bits: range.bits, context: context, domain: 6) { range.contains($0) }
            words[place / 4] = words[place / 4] & ~(0xffff << shift) | new << shift
            context = digest(context, group)
        }
        return IPAddress(high: words[0], low: words[1])
    }

    /// All groups so far, as eight bytes that depend on each.
    private func digest(_ context: UInt64, _ group: UInt64) -> UInt64 {
        let upper = permutation(context >> 32, bits: 32, context: group, domain: 1) { _ in true }
        let lower = permutation(context & 0xffff_ffff ^ group, bits: 32, context: upper, domain: 2) { _ in
            true
        }
        return upper << 32 | lower
    }

    /// Multicast addresses stay, but one that asks for a neighbour ends as his address does.
    private func multicast(_ address: IPAddress) -> IPAddress {
        guard Self.isNeighbours(address) else { return address }
        let tail = permutation(address.low & 0xff_ffff, bits: 24, context: 0, domain: 3) { _ in true }
        return IPAddress(high: address.high, low: (address.low >> 24) << 24 | tail)
    }

    /// The end of a neighbour's multicast address in hardware addresses, which has the same 24 bits.
    func neighbourTail(_ tail: UInt64) -> UInt64 {
        permutation(tail & 0xff_ffff, bits: 24, context: 0, domain: 3) { _ in true }
    }
}
