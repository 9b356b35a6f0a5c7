extension Timestamp: CustomStringConvertible {
    /// RFC 3339 with microseconds and a numeric UTC offset without a colon, as the event schema has it:
    /// `2026-11-24T08:15:30.000123+0000`.
    public var description: String {
        var text: [UInt8] = []
        text.reserveCapacity(31)
        write(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends the text of `description`, 31 ASCII bytes, without making a string first.
    public func write(to text: inout [UInt8]) {
        let (date, second) = civil
        text.append(date.year, width: 4, then: "-")
        text.append(date.month, width: 2, then: "-")
        text.append(date.day, width: 2, then: "T")
        text.append(second / 3600, width: 2, then: ":")
        text.append(second / 60 % 60, width: 2, then: ":")
        text.append(second % 60, width: 2, then: ".")
        text.append(nanoseconds.remainder(modulo: 1_000_000_000) / 1000, width: 6, then: "+")
        text.append(contentsOf: "0000".utf8)
    }

    /// Civil date and second of the day, by the days-from-civil method for the proleptic Gregorian calendar.
    private var civil: (date: (year: Int64, month: Int64, day: Int64), second: Int64) {
        let seconds = nanoseconds.quotient(floor: 1_000_000_000)
        let days = seconds.quotient(floor: 86400)
        let shifted = days + 719_468
        let era = shifted.quotient(floor: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return ((year, month, day), seconds.remainder(modulo: 86400))
    }
}

extension Int64 {
    fileprivate func quotient(floor divisor: Int64) -> Int64 {
        // Not (self - remainder) / divisor: near Int64.min that difference does not exist.
        self / divisor - (self % divisor < 0 ? 1 : 0)
    }

    fileprivate func remainder(modulo divisor: Int64) -> Int64 {
        let rest = self % divisor
        return rest < 0 ? rest + divisor : rest
    }
}

extension [UInt8] {
    /// Appends a number that is not negative, with zeros in front up to `width` digits, then one character.
    fileprivate mutating func append(_ number: Int64, width: Int, then separator: Unicode.Scalar) {
        let start = count
        var rest = number
        for _ in 0..<width {
            append(48 + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        }
        self[start...].reverse()
        append(UInt8(ascii: separator))
    }
}
