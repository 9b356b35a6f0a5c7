extension Timestamp: CustomStringConvertible {
    /// RFC 3339 with microseconds and a numeric UTC offset without a colon, as the event schema has it:
    /// `2026-11-24T08:15:30.000123+0000`.
    public var description: String {
        let (date, second) = civil
        let micros = nanoseconds.remainder(modulo: 1_000_000_000) / 1000
        return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
            + "T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
            + ".\(padded(micros, 6))+0000"
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
        self / divisor - (self % divisor < 0 ? 1 : 0)
    }

    fileprivate func remainder(modulo divisor: Int64) -> Int64 {
        let rest = self % divisor
        return rest < 0 ? rest + divisor : rest
    }
}

private func padded(_ value: Int64, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
