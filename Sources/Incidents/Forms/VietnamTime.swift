import NetTypes

/// A point in time as it is printed in Viet Nam: UTC+7 all year round (no summer time, Asia/Ho_Chi_Minh), to the minute.
public struct VietnamTime: Equatable, Sendable {
    /// Seconds that the clocks there are ahead of universal time.
    private static let offset: Int64 = 7 * 3600

    private let text: String

    /// The time there at a moment.
    public init(_ time: Timestamp) {
        text = time.advanced(by: Self.offset * 1_000_000_000).description
    }

    /// The first moment of a day there.
    public static func start(of day: Day) -> Timestamp {
        day.start.advanced(by: -offset * 1_000_000_000)
    }

    /// The day there.
    public static func day(of time: Timestamp) -> Day {
        Day(of: time.advanced(by: offset * 1_000_000_000))
    }

    /// Day, month and year: `29/11/2026`.
    public var date: String { "\(day)/\(month)/\(year)" }

    /// Hours and minutes: `23:59`.
    public var clock: String { "\(hour):\(minute)" }

    /// Both, the clock first, as papers there have it: `23:59 29/11/2026`.
    public var both: String { "\(clock) \(date)" }

    /// RFC 3339 to the minute's start, for machines: `2026-11-29T23:59:00+07:00`.
    public var machine: String { "\(text.prefix(16)):00+07:00" }

    /// Two digits.
    public var day: Substring { text.dropFirst(8).prefix(2) }
    /// Two digits.
    public var month: Substring { text.dropFirst(5).prefix(2) }
    /// Four digits.
    public var year: Substring { text.prefix(4) }
    /// Two digits.
    public var hour: Substring { text.dropFirst(11).prefix(2) }
    /// Two digits.
    public var minute: Substring { text.dropFirst(14).prefix(2) }
}
