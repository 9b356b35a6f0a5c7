import NetTypes

/// A place in bytes where an address may be written, in ASCII or in UTF-16.
struct AddressText {
    /// Characters of the longest address.
    static let longest = 80

    private let bytes: [UInt8]
    private let place: Int
    private let stride: Int

    /// A place; `stride` is 1 for ASCII and 2 for little-endian UTF-16.
    init(_ bytes: [UInt8], at place: Int, stride: Int) {
        self.bytes = bytes
        self.place = place
        self.stride = stride
    }

    /// True for a byte that an address may begin with.
    static func mayBegin(_ byte: UInt8) -> Bool { isHex(byte) || byte == UInt8(ascii: ":") }

    /// What takes the place of the address here; nil where there is none of the originals.
    func replaced(_ originals: Originals) -> PayloadEdit? {
        if let edit = decimal(originals) { return edit }
        guard !Self.isHex(self[-1]) else { return nil }
        return nibbles(originals) ?? hardware(originals) ?? version6(originals)
    }

    /// The character so many behind the place; zero where there is none.
    private subscript(index: Int) -> UInt8 {
        let offset = place + index * stride
        guard offset >= 0, offset + stride <= bytes.count else { return 0 }
        return stride == 1 || bytes[offset + 1] == 0 ? bytes[offset] : 0
    }

    private func edit(_ characters: [UInt8]) -> PayloadEdit {
        PayloadEdit(
            offset: place, bytes: stride == 1 ? characters : characters.flatMap { [$0, 0] })
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isHex(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }

    // MARK: IPv4

    /// Four numbers as they are written, and how.
    private struct Decimal {
        var octets: [UInt8] = []
        var separators: [UInt8] = []
        var count = 0
    }

    /// The address in dotted decimal here, where no other number stands beside it; nil where there is none.
    var dotted: IPAddress? {
        guard let decimal = decimal(), decimal.separators.allSatisfy({ $0 == 0x2e }), self[-1] != 0x2e,
            self[decimal.count] != 0x2e || !Self.isDigit(self[decimal.count + 1])
        else { return nil }
        return IPAddress(bytes: decimal.octets, isIPv6: false)
    }

    /// Four numbers with the same character between them, or with the length of each before it as in DNS.
    private func decimal() -> Decimal? {
        guard Self.isDigit(self[0]), !Self.isDigit(self[-1]) else { return nil }
        var decimal = Decimal()
        for part in 0..<4 {
            if part > 0 {
                let separator = self[decimal.count]
                let isLabel = Int(separator) == digits(from: decimal.count + 1)
                let isSame =
                    decimal.separators.allSatisfy { $0 == separator } && Self.separators.contains(separator)
                guard isLabel || isSame else { return nil }
                decimal.separators.append(separator)
                decimal.count += 1
            }
            let count = digits(from: decimal.count)
            guard (1...3).contains(count),
                let octet = UInt8(text(decimal.count..<decimal.count + count)),
                count == 1 || self[decimal.count] != 0x30
            else { return nil }
            decimal.octets.append(octet)
            decimal.count += count
        }
        return decimal
    }

    private func decimal(_ originals: Originals) -> PayloadEdit? {
        guard let decimal = decimal() else { return nil }
        // Before `in-addr` they stand back to front.
        let isReversed = Array("in-addr".utf8).enumerated().allSatisfy {
            self[decimal.count + 1 + $0.offset] | 0x20 == $0.element | 0x20
        }
        let octets = isReversed ? decimal.octets.reversed() : decimal.octets
        guard let mapped = mapped(octets, originals) else { return nil }
        let new = isReversed ? mapped.reversed() : mapped
        var characters: [UInt8] = []
        for part in 0..<4 {
            if part > 0 { characters.append(decimal.separators[part - 1]) }
            characters += Array(String(new[part]).utf8)
        }
        return characters.count == decimal.count ? edit(characters) : nil
    }

    private static let separators: Set<UInt8> = [
        UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "_"),
    ]

    /// Digits from a character on, at most four are counted.
    private func digits(from index: Int) -> Int {
        var count = 0
        while count < 4, Self.isDigit(self[index + count]) { count += 1 }
        return count
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: range.map { self[$0] }, as: UTF8.self)
    }

    private func mapped(_ octets: [UInt8], _ originals: Originals) -> [UInt8]? {
        let address = IPAddress(bytes: octets, isIPv6: false)
        return originals.addresses.contains(address) ? originals.map(address).bytes : nil
    }

    // MARK: IPv6

    private func version6(_ originals: Originals) -> PayloadEdit? {
        guard self[-1] != UInt8(ascii: ":"), self[-1] != UInt8(ascii: ".") else { return nil }
        // A group has four digits at most, so most words of hexadecimal letters end here.
        guard (0...4).contains(where: { self[$0] == UInt8(ascii: ":") }) else { return nil }
        var count = 0
        while count < 46, Self.isHex(self[count]) || self[count] == 0x3a || self[count] == 0x2e { count += 1 }
        // A sentence may end behind it.
        while count > 0, self[count - 1] == 0x2e || self[count - 1] == 0x3a && self[count - 2] != 0x3a {
            count -= 1
        }
        let written = text(0..<count)
        guard count >= 3, written.contains(":"), let address = IPAddress(written), address.isIPv6,
            originals.addresses.contains(address)
        else { return nil }
        let new = IPv6Text(written).replaced(by: originals.map(address))
        return new.utf8.count == count ? edit(Array(new.utf8)) : nil
    }

    /// The 32 digits back to front, each a label, before `ip6`.
    private func nibbles(_ originals: Originals) -> PayloadEdit? {
        let separator = self[1]
        guard separator == 1 || separator == 0x2e, Self.isHex(self[0]) else { return nil }
        var digits: [UInt8] = []
        for index in 0..<32 {
            guard Self.isHex(self[2 * index]), index == 31 || self[2 * index + 1] == separator else {
                return nil
            }
            digits.append(self[2 * index])
        }
        guard self[64] | 0x20 == UInt8(ascii: "i"), self[65] | 0x20 == UInt8(ascii: "p"), self[66] == 0x36
        else { return nil }
        let values = digits.reversed().map { UInt8(String(decoding: [$0], as: UTF8.self), radix: 16) ?? 0 }
        let address = IPAddress(
            bytes: (0..<16).map { values[2 * $0] << 4 | values[2 * $0 + 1] }, isIPv6: true)
        guard originals.addresses.contains(address) else { return nil }
        let new = originals.map(address).bytes.flatMap { [$0 >> 4, $0 & 15] }.reversed()
        var characters = new.flatMap { Array(String($0, radix: 16).utf8) + [separator] }
        characters.removeLast()
        return edit(characters)
    }

    // MARK: Hardware

    /// Six pairs of digits with colons or hyphens between them.
    private func hardware(_ originals: Originals) -> PayloadEdit? {
        let separator = self[2]
        guard separator == 0x3a || separator == 0x2d, !Self.isHex(self[17]) else { return nil }
        var address: [UInt8] = []
        for pair in 0..<6 {
            let index = 3 * pair
            guard Self.isHex(self[index]), Self.isHex(self[index + 1]),
                pair == 0 || self[index - 1] == separator,
                let byte = UInt8(text(index..<index + 2), radix: 16)
            else { return nil }
            address.append(byte)
        }
        let old = HardwareAddress(bytes: address)
        guard originals.hardware.contains(old) else { return nil }
        let isUpper = (0..<17).contains { (0x41...0x46).contains(self[$0]) }
        var characters: [UInt8] = []
        for byte in originals.hardwareMap(old).bytes {
            let digits = String(byte, radix: 16, uppercase: isUpper)
            characters += Array(((byte < 16 ? "0" : "") + digits).utf8) + [separator]
        }
        characters.removeLast()
        return edit(characters)
    }
}
