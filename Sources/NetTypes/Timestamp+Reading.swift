extension Timestamp {
    /// A point in time from its text in RFC 3339 section 5.6, also with the offset of the event schema, which has no
    /// colon, and with a blank for the `T`. Nil for anything else, for a text without an offset, and for years before
    /// 1970 or after 2261. Digits beyond nanoseconds are dropped; second 60 is the first of the next minute.
    public init?(_ text: String) {
        guard let (moment, offset) = Self.reading(text), let offset else { return nil }
        self = moment.advanced(by: -Int64(offset) * 1_000_000_000)
    }

    /// What a clock on the wall shows, as if it were in UTC, and by how many seconds it is ahead of UTC; the offset is
    /// nil where the text has none. Seconds may be left out of a text that is written by hand.
    public static func reading(_ text: String) -> (moment: Timestamp, offset: Int?)? {
        var rest = Array(text.utf8)[...]
        let date = rest.prefix(10)
        rest = rest.dropFirst(10)
        guard let day = Day(String(decoding: date, as: UTF8.self)), let separator = rest.popFirst(),
            [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(separator),
            let hour = number(&rest, upTo: 23), skip(":", &rest), let minute = number(&rest, upTo: 59)
        else { return nil }
        var second = 0
        var fraction: Int64 = 0
        if skip(":", &rest) {
            guard let read = number(&rest, upTo: 60) else { return nil }
            second = read
            if skip(".", &rest) {
                guard let read = nanoseconds(&rest) else { return nil }
                fraction = read
            }
        }
        let seconds = Int64(hour * 3600 + minute * 60 + second)
        let moment = day.start.advanced(by: seconds * 1_000_000_000 + fraction)
        if rest.isEmpty { return (moment, nil) }
        guard let offset = offset(&rest), rest.isEmpty else { return nil }
        return (moment, offset)
    }

    private static func skip(_ scalar: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
        guard rest.first == UInt8(ascii: scalar) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// Two digits.
    private static func number(_ rest: inout ArraySlice<UInt8>, upTo limit: Int) -> Int? {
        let digits = rest.prefix(2)
        guard digits.count == 2, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        rest = rest.dropFirst(2)
        return number <= limit ? number : nil
    }

    private static func nanoseconds(_ rest: inout ArraySlice<UInt8>) -> Int64? {
        let digits = rest.prefix { (48...57).contains($0) }
        rest = rest.dropFirst(digits.count)
        if digits.isEmpty { return nil }
        let kept = digits.prefix(9)
        let number = kept.reduce(Int64(0)) { $0 * 10 + Int64($1 - 48) }
        return (kept.count..<9).reduce(number) { number, _ in number * 10 }
    }

    private static func offset(_ rest: inout ArraySlice<UInt8>) -> Int? {
        if skip("Z", &rest) || skip("z", &rest) { return 0 }
        let isBehind = skip("-", &rest)
        guard isBehind || skip("+", &rest), let hours = number(&rest, upTo: 23) else { return nil }
        _ = skip(":", &rest)
        guard let minutes = number(&rest, upTo: 59) else { return nil }
        return (hours * 3600 + minutes * 60) * (isBehind ? -1 : 1)
    }
}
