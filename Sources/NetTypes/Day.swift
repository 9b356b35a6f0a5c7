/// A day of the calendar in UTC, as validity is written: `2026-12-31`. From 1970 to 2261, which capture time covers.
public struct Day: Comparable, Hashable, Codable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01.
    public let number: Int

    private static let nanoseconds: Int64 = 86_400_000_000_000

    /// A day by its number, not before the first.
    public init(number: Int) {
        self.number = max(0, number)
    }

    /// The day that a point in capture time lies in.
    public init(of time: Timestamp) {
        number = max(0, Int(time.nanoseconds / Self.nanoseconds))
    }

    /// A day from its text, four digits, two and two with hyphens between; nil when it is none, or out of range.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            (1970...2261).contains(year), (1...12).contains(month),
            (1...Self.length(of: month, in: year)).contains(day)
        else { return nil }
        // Leap days of the years before, and of this one where February is over.
        let before = year - 1
        let leaps = before / 4 - before / 100 + before / 400 - 477
        let months = (1..<month).reduce(0) { $0 + Self.length(of: $1, in: year) }
        number = (year - 1970) * 365 + leaps + months + day - 1
    }

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Its first moment.
    public var start: Timestamp { Timestamp(seconds: Int64(number) * 86_400, nanoseconds: 0) }

    /// The first moment after it.
    public var end: Timestamp { start.advanced(by: Self.nanoseconds) }

    /// The text that it is read from.
    public var description: String { String(start.description.prefix(10)) }

    /// Earlier is less.
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}
