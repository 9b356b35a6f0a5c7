import NetTypes
import TestSupport
import Testing

@testable import Drills

@Suite struct AddressPseudonymsTests {
    private let map = AddressPseudonyms(key: Array(repeating: 7, count: 32))

    /// Addresses of all kinds, with many that begin alike.
    private static func addresses(seed: UInt64, count: Int) -> [IPAddress] {
        var random = SeededGenerator(seed: seed)
        let special: [UInt32] = [
            0x0a00_0000, 0xac10_0000, 0xac1f_0000, 0xac20_0000, 0xc0a8_0000, 0xc0a7_0000, 0xa9fe_0000,
            0x6440_0000,
            0x643f_0000, 0x6480_0000, 0x0808_0000, 0x0c0d_0000, 0xe000_0000, 0x7f00_0000,
        ]
        return (0..<count).map { index in
            let low = UInt32.random(in: 0 ... .max, using: &random)
            if index % 3 == 0 { return IPAddress(ipv4: low) }
            if index % 3 == 1 { return IPAddress(ipv4: special[Int(low % 14)] | low >> 16) }
            let mask: UInt64 = [.max, 0xffff_00ff_000f_0fff, 0xff00_0000_ffff][Int(low % 3)]
            let high: [UInt64] = [
                0x2001_0db8_0000_0000, 0xfe80_0000_0000_0000, 0xfd00_1234_0000_0000, random.next(),
            ]
            return IPAddress(
                high: high[index / 3 % 4] & mask | random.next() & 0xffff, low: random.next() & mask)
        }
    }

    @Test func noTwoAddressesBecomeOne() {
        let addresses = Set(Self.addresses(seed: 1, count: 1500))
        #expect(Set(addresses.map { map($0) }).count == addresses.count)
        // Where a whole network is seen, nothing is left to chance.
        let network = (0..<256).map { map(IPAddress(ipv4: 0xc0a8_0100 | $0)) }
        #expect(Set(network).count == 256)
        let second = (0..<256).map { map(IPAddress(ipv4: 0xac00_0001 | $0 << 16)) }
        #expect(Set(second).count == 256)
    }

    @Test func whatBeginsAlikeGoesOnBeginningAlike() {
        let addresses = Self.addresses(seed: 2, count: 400)
        for (one, other) in Array(zip(addresses, addresses.dropFirst()))
            + Array(zip(addresses, addresses.dropFirst(3)))
        where one.isIPv6 == other.isIPv6 {
            let step = one.isIPv6 ? 2 : 1
            let isMulticast = one.isIPv6 && (one.high >> 56 == 0xff || other.high >> 56 == 0xff)
            if isMulticast { continue }
            #expect(Self.shared(one, other, step) == Self.shared(map(one), map(other), step))
        }
    }

    /// Octets or groups at the beginning that two addresses share.
    private static func shared(_ one: IPAddress, _ other: IPAddress, _ step: Int) -> Int {
        zip(one.bytes, other.bytes).prefix { $0 == $1 }.count / step
    }

    @Test func textsKeepTheirLength() {
        for address in Self.addresses(seed: 3, count: 1500) {
            #expect(address.description.utf8.count == map(address).description.utf8.count, "\(address)")
            let octets = zip(
                address.description.split(separator: "."), map(address).description.split(separator: "."))
            if !address.isIPv6 {
                let isSame = octets.allSatisfy { $0.count == $1.count }
                #expect(isSame)
            }
        }
    }

    @Test(arguments: [
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10", "fe80::/10",
        "fc00::/7",
        "2000::/3", "64:ff9b::/96", "::ffff:0:0/96",
    ])
    func specialNetworksStaySpecial(_ text: String) throws {
        let network = try #require(IPNetwork(text))
        var random = SeededGenerator(seed: 4)
        for _ in 0..<200 {
            var address = IPAddress(ipv4: .random(in: 0 ... .max, using: &random))
            if network.address.isIPv6 { address = IPAddress(high: random.next(), low: random.next()) }
            let bits = zip(address.bytes, network.address.bytes).enumerated().map { index, pair in
                let length = min(8, max(0, network.prefixLength - 8 * index))
                let mask: UInt8 = length == 0 ? 0 : ~0 << UInt8(8 - length)
                return pair.1 & mask | pair.0 & ~mask
            }
            let inside = IPAddress(bytes: bits, isIPv6: network.address.isIPv6)
            #expect(network.contains(map(inside)), "\(inside)")
        }
    }

    @Test func noOtherAddressMovesIntoThem() throws {
        let networks = try ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "224.0.0.0/3"].map
        {
            try #require(IPNetwork($0))
        }
        for address in Self.addresses(seed: 5, count: 1500) where !address.isIPv6 {
            for network in networks { #expect(network.contains(address) == network.contains(map(address))) }
        }
    }

    @Test(arguments: [100, 169, 172, 192] as [UInt32])
    func noSecondOctetCrossesABorder(_ first: UInt32) throws {
        let networks = try ["100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"].map {
            try #require(IPNetwork($0))
        }
        for second in 0...255 as ClosedRange<UInt32> {
            let address = IPAddress(ipv4: first << 24 | second << 16 | 0x0a0b)
            for network in networks { #expect(network.contains(address) == network.contains(map(address))) }
        }
    }

    @Test(arguments: [
        "0.0.0.0", "127.0.0.1", "224.0.0.251", "255.255.255.255", "::", "::1", "ff02::fb", "fe80::",
    ])
    func someStay(_ text: String) {
        let address = IPAddress.literal(text)
        #expect(map(address) == address)
        #expect(AddressPseudonyms.stays(address))
    }

    @Test func anotherKeyGivesOtherAddresses() {
        let other = AddressPseudonyms(key: Array(repeating: 8, count: 32))
        let addresses = Self.addresses(seed: 6, count: 300).filter { !AddressPseudonyms.stays($0) }
        #expect(addresses.count { map($0) == other($0) } < addresses.count / 20)
        #expect(addresses.count { map($0) == $0 } < addresses.count / 20)
    }

    @Test func aKeyIsRefusedUnderWhichReplacementsAreOriginals() {
        // All hosts of these networks are there, so some stand for others of them.
        let full = Set((0..<2560).map { IPAddress(ipv4: 0xc0a8_0000 | $0) })
        func originals(_ addresses: Set<IPAddress>) -> Originals {
            Originals(addresses: addresses, hardware: [], texts: [], key: DrillKey(), attempt: 0)
        }
        #expect(!originals(full).isClean)
        #expect(originals([.literal("203.0.113.200"), .literal("2001:db8:1234::5678")]).isClean)
    }

    @Test func hardwareAddressesKeepWhatTheyAre() {
        let hardware = HardwarePseudonyms(key: Array(repeating: 9, count: 32), addresses: map)
        var random = SeededGenerator(seed: 7)
        let old = Set((0..<500).map { _ in HardwareAddress(random.next() & ~(1 << 40)) })
        let new = Set(old.map { hardware($0) })
        #expect(new.count == old.count)
        #expect(new.allSatisfy { !$0.isGroup && !$0.isZero })
        #expect(new.isDisjoint(with: old))
        for stays in [0, 0xffff_ffff_ffff, 0x0100_5e00_00fb, 0x3333_0000_0001] as [UInt64] {
            #expect(hardware(HardwareAddress(stays)).number == stays)
        }
        // It asks for the same neighbour as the address of its group does.
        let group = hardware(HardwareAddress(0x3333_ff12_3456))
        #expect(group.number & 0xff_ffff == map(.literal("ff02::1:ff12:3456")).low & 0xff_ffff)
    }
}
