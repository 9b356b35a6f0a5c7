import NetTypes

/// An IPv6 address as somebody wrote it, with his zeroes and capitals.
struct IPv6Text {
    private let text: String

    /// A text that is an address.
    init(_ text: String) {
        self.text = text
    }

    /// The same way of writing for another address, group by group. It is as long where the other's groups have as many
    /// digits, and its last four bytes as many where they are in decimal.
    func replaced(by address: IPAddress) -> String {
        let bytes = address.bytes
        let groups = (0..<8).map { UInt16(bytes[2 * $0]) << 8 | UInt16(bytes[2 * $0 + 1]) }
        let halves = text.components(at: "::")
        let head = replaced(halves[0], from: 0, groups)
        guard halves.count == 2 else { return head }
        let count = Self.groups(halves[1])
        return head + "::" + replaced(halves[1], from: 8 - count, groups)
    }

    private static func groups(_ half: String) -> Int {
        if half.isEmpty { return 0 }
        return half.split(separator: ":").reduce(0) { $0 + ($1.contains(".") ? 2 : 1) }
    }

    private func replaced(_ half: String, from first: Int, _ groups: [UInt16]) -> String {
        var place = first
        let parts = half.split(separator: ":").map { part in
            defer { place += part.contains(".") ? 2 : 1 }
            guard groups.indices.contains(place) else { return String(part) }
            if part.contains("."), place + 1 < groups.count {
                return IPAddress(ipv4: UInt32(groups[place]) << 16 | UInt32(groups[place + 1])).description
            }
            let isUpper = part.contains { $0.isUppercase }
            let digits = String(groups[place], radix: 16, uppercase: isUpper)
            return String(repeating: "0", count: max(0, part.count - digits.count)) + digits
        }
        return parts.joined(separator: ":")
    }
}

extension String {
    /// The parts before and behind the first place of a separator; the whole where there is none.
    fileprivate func components(at separator: String) -> [String] {
        split(separator: separator, maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    }
}
