/// A day, as rules write it.
public struct RuleDate: Comparable, Sendable, CustomStringConvertible {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day, 1 to 31.
    public let day: Int

    /// A day from `2026-11-24`, `2026/11/24` or `20261124`, with a time behind it or without; nil for anything else
    /// and for days that no calendar has.
    public init?(_ text: String) {
        let date = text.prefix { $0 != "T" && $0 != " " }
        let separator: Character = date.contains("/") ? "/" : "-"
        var parts = date.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
        if parts.count == 1, date.count == 8 {
            parts = [
                String(date.prefix(4)), String(date.dropFirst(4).prefix(2)), String(date.dropFirst(6)),
            ]
        }
        guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
            parts.joined().utf8.allSatisfy({ (48...57).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), year >= 1,
            (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// A day by how many lie between 1970-01-01 and it, negative before it; from the year 1 to 9999.
    public init(daysSinceEpoch: Int) {
        // Days are counted from a first of March, so that the leap day is the last of its year.
        let days = min(max(daysSinceEpoch, -719_162), 2_932_896) + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let fromMarch = (5 * dayOfYear + 2) / 153
        month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        day = dayOfYear - (153 * fromMarch + 2) / 5 + 1
    }

    /// The same day of the calendar.
    public init(_ day: Day) {
        self.init(daysSinceEpoch: day.number)
    }

    /// Days since 1970-01-01, negative before it.
    public var daysSinceEpoch: Int {
        // The other way round, from the same first of March.
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// `2026-11-24`.
    public var description: String {
        "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    /// Earlier is less.
    public static func < (left: RuleDate, right: RuleDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }
}
