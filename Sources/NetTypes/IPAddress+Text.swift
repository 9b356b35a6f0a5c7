extension IPAddress: CustomStringConvertible {
    /// Dotted decimal for IPv4, RFC 5952 for IPv6 (lower case, the longest run of zero groups compressed,
    /// an IPv4-mapped address in mixed notation).
    public var description: String {
        isIPv6 ? ipv6Text : Self.dotted(UInt32(truncatingIfNeeded: low))
    }

    private static func dotted(_ number: UInt32) -> String {
        "\(number >> 24).\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)"
    }

    private var groups: [UInt16] {
        [high, low].flatMap { word in (0..<4).map { UInt16(truncatingIfNeeded: word >> UInt64(48 - 16 * $0)) }
        }
    }

    private var ipv6Text: String {
        if high == 0, low >> 32 == 0xffff { return "::ffff:" + Self.dotted(UInt32(truncatingIfNeeded: low)) }
        let groups = groups
        let run = Self.longestZeroRun(groups)
        var text = ""
        var index = 0
        while index < 8 {
            if index == run.lowerBound, run.count > 1 {
                text += "::"
                index = run.upperBound
                continue
            }
            if !text.isEmpty, !text.hasSuffix("::") { text += ":" }
            text += String(groups[index], radix: 16)
            index += 1
        }
        return text
    }

    private static func longestZeroRun(_ groups: [UInt16]) -> Range<Int> {
        var best = 0..<0
        var start = 0
        for index in 0...groups.count where index == groups.count || groups[index] != 0 {
            if index - start > best.count { best = start..<index }
            start = index + 1
        }
        return best
    }
}

extension IPAddress {
    /// An address from its text, dotted decimal or any form of RFC 4291 section 2.2; nil when it is neither.
    public init?(_ text: String) {
        if !text.contains(":") {
            guard let number = Self.ipv4(text) else { return nil }
            self.init(ipv4: number)
            return
        }
        guard let groups = Self.ipv6(text) else { return nil }
        let words = stride(from: 0, to: 8, by: 4).map { start in
            groups[start..<start + 4].reduce(UInt64(0)) { $0 << 16 | UInt64($1) }
        }
        self.init(high: words[0], low: words[1])
    }

    private static func ipv4(_ text: String) -> UInt32? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        return parts.reduce(UInt32?(0)) { sum, part in
            guard let sum, part.allSatisfy(\.isNumber), let byte = UInt8(part) else { return nil }
            return sum << 8 | UInt32(byte)
        }
    }

    private static func ipv6(_ text: String) -> [UInt16]? {
        let halves = text.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
        guard halves.count <= 2, let head = groups(halves[0], endsText: halves.count == 1),
            let tail = groups(halves.count == 2 ? halves[1] : "", endsText: true)
        else { return nil }
        let missing = 8 - head.count - tail.count
        guard halves.count == 2 ? missing >= 1 : missing == 0 else { return nil }
        return head + Array(repeating: 0, count: missing) + tail
    }

    /// The groups of one half; only at the end of the whole text may the last two be in dotted decimal.
    private static func groups(_ text: Substring, endsText: Bool) -> [UInt16]? {
        if text.isEmpty { return [] }
        var groups: [UInt16] = []
        for part in text.split(separator: ":", omittingEmptySubsequences: false) {
            if endsText, part.contains("."), part.endIndex == text.endIndex, let number = ipv4(String(part)) {
                groups += [UInt16(number >> 16), UInt16(truncatingIfNeeded: number)]
            } else if part.count <= 4, part.allSatisfy(\.isHexDigit), let group = UInt16(part, radix: 16) {
                groups.append(group)
            } else {
                return nil
            }
        }
        return groups
    }
}
