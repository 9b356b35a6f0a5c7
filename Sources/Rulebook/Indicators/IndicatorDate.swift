import NetTypes

/// A day or a point in time as lists have it: `2026-12-31`, which lasts to its end, `2026-12-31T23:59:59Z` with or
/// without a fraction, with `Z`, an offset or neither (then UTC), a blank for the `T`; or seconds since 1970.
enum IndicatorDate {
    /// The time a text means; nil when it means none.
    static func time(_ text: some StringProtocol) -> Timestamp? {
        let bytes = Array(text.utf8)
        if bytes.count >= 9, bytes.count <= 12, bytes.allSatisfy(isDigit) {
            return Int64(text).map { Timestamp(seconds: $0, nanoseconds: 0) }
        }
        guard bytes.count >= 10, let year = number(bytes, 0, 4), let month = number(bytes, 5, 2),
            let day = number(bytes, 8, 2), isDash(bytes[4]), isDash(bytes[7]), (1...12).contains(month),
            (1...31).contains(day), year >= 1970
        else { return nil }
        let days = Self.days(year, month, day)
        if bytes.count == 10 { return Timestamp(seconds: (days + 1) * 86_400 - 1, nanoseconds: 0) }
        guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
            let hour = number(bytes, 11, 2), let minute = number(bytes, 14, 2), bytes[13] == colon,
            hour < 24, minute < 60
        else { return nil }
        var place = 16
        var second: Int64 = 0
        if place < bytes.count, bytes[place] == colon {
            guard let number = number(bytes, 17, 2), number <= 60 else { return nil }
            second = number
            place = 19
        }
        if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
            place += 1
            while place < bytes.count, isDigit(bytes[place]) { place += 1 }
        }
        guard let offset = offset(bytes[place...]) else { return nil }
        return Timestamp(
            seconds: days * 86_400 + hour * 3600 + minute * 60 + second - offset, nanoseconds: 0)
    }

    /// Seconds east of UTC.
    private static func offset(_ text: ArraySlice<UInt8>) -> Int64? {
        guard let first = text.first else { return 0 }
        if text.count == 1, first == UInt8(ascii: "Z") { return 0 }
        guard first == UInt8(ascii: "+") || isDash(first) else { return nil }
        let digits = text.dropFirst().filter { $0 != colon }
        guard digits.count == 4, let hours = number(digits, 0, 2), let minutes = number(digits, 2, 2) else {
            return nil
        }
        return (hours * 3600 + minutes * 60) * (isDash(first) ? -1 : 1)
    }

    /// Days since 1970 of the Gregorian calendar, counted in years that begin in March.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = shifted.quotientAndRemainder(dividingBy: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int64? {
        guard place + count <= bytes.count else { return nil }
        var number: Int64 = 0
        for byte in bytes[place..<place + count] {
            guard isDigit(byte) else { return nil }
            number = number * 10 + Int64(byte - 0x30)
        }
        return number
    }

    private static let colon = UInt8(ascii: ":")
    private static func isDash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
