/// Reports write indicators so that nobody follows them by mistake: `hxxp://evil[.]example`. Here they are put back.
enum Refanging {
    /// Marks and what they stand for.
    private static let marks: [(mark: [UInt8], meaning: [UInt8])] = [
        ("[.]", "."), ("(.)", "."), ("{.}", "."), ("[dot]", "."), ("(dot)", "."), ("[:]", ":"),
        ("[://]", "://"),
        ("[/]", "/"), ("[at]", "@"), ("[@]", "@"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    /// The text without blanks at its ends, and as it was before it was made harmless.
    static func restored(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let bytes = trimmed(text)
        let isScheme = isHarmlessScheme(bytes)
        guard isScheme || bytes.contains(where: { $0 == 0x5b || $0 == 0x28 || $0 == 0x7b }) else {
            return bytes
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var place = bytes.startIndex
        while place < bytes.endIndex {
            if let (mark, meaning) = marks.first(where: { bytes[place...].starts(with: $0.mark, by: isSame) })
            {
                result += meaning
                place += mark.count
            } else {
                result.append(bytes[place])
                place += 1
            }
        }
        if isScheme {
            result[1] = UInt8(ascii: "t")
            result[2] = UInt8(ascii: "t")
        }
        return result[...]
    }

    /// `hxxp`, `hXXps` and the like.
    private static func isHarmlessScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.starts(with: Array("hxxp".utf8), by: isSame) else { return false }
        var rest = bytes.dropFirst(4)
        if let next = rest.first, isSame(next, UInt8(ascii: "s")) { rest = rest.dropFirst() }
        return rest.first == UInt8(ascii: ":") || rest.first == UInt8(ascii: "[")
    }

    private static func isSame(_ one: UInt8, _ other: UInt8) -> Bool {
        one == other || ((0x41...0x5a).contains(one) && one | 0x20 == other)
    }

    /// The text without blanks and control characters at its ends.
    static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = text
        while let first = rest.first, first <= 0x20 { rest = rest.dropFirst() }
        while let last = rest.last, last <= 0x20 { rest = rest.dropLast() }
        return rest
    }
}
