import NetTypes

/// Hardware addresses that stand for others, one to one. Who made the hardware cannot be told from them.
///
/// Addresses of groups stay, and so does the one of zeroes; the group that asks for an IPv6 neighbour changes as its
/// address does.
struct HardwarePseudonyms: Sendable {
    private let permutation: KeyedPermutation
    private let addresses: AddressPseudonyms

    /// Replacements under a key of 32 bytes, beside those of addresses.
    init(key: [UInt8], addresses: AddressPseudonyms) {
        permutation = KeyedPermutation(key: key)
        self.addresses = addresses
    }

    /// True for an address that stays what it is under every key.
    static func stays(_ address: HardwareAddress) -> Bool {
        address.isZero || address.isGroup && address.number >> 24 != 0x3333ff
    }

    /// The address that takes the place of another.
    func callAsFunction(_ address: HardwareAddress) -> HardwareAddress {
        if Self.stays(address) { return address }
        if address.isGroup {
            return HardwareAddress(
                (address.number >> 24) << 24 | addresses.neighbourTail(address.number & 0xff_ffff))
        }
        return HardwareAddress(
            permutation(address.number, bits: 48, context: 0, domain: 48) {
                $0 != 0 && !HardwareAddress($0).isGroup
            })
    }
}
