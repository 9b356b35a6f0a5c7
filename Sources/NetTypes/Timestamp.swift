/// A point in capture time: nanoseconds since 1970-01-01T00:00:00Z, as the capture says it.
///
/// Capture time is data. It may stand still, jump or run backwards when the capture does; whoever moves timers
/// with it clamps it first. Range: 1677-09-21 to 2262-04-11.
public struct Timestamp: Comparable, Hashable, Codable, Sendable {
    /// Nanoseconds since the epoch, negative before it.
    public let nanoseconds: Int64

    /// The epoch itself.
    public static let zero = Timestamp(nanoseconds: 0)

    /// A point in time from nanoseconds since the epoch.
    @inlinable
    public init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// A point in time from the two fields of a savefile record; values out of range are clamped, never trapped.
    @inlinable
    public init(seconds: Int64, nanoseconds: Int64) {
        let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, carry) = scaled.addingReportingOverflow(nanoseconds)
        self.nanoseconds = overflow || carry ? (seconds < 0 ? .min : .max) : sum
    }

    /// The point `nanoseconds` later (or earlier when negative), clamped to the range.
    @inlinable
    public func advanced(by nanoseconds: Int64) -> Timestamp {
        let (sum, overflow) = self.nanoseconds.addingReportingOverflow(nanoseconds)
        return Timestamp(nanoseconds: overflow ? (nanoseconds < 0 ? .min : .max) : sum)
    }

    /// Nanoseconds from `earlier` to here, clamped to the range of `Int64`.
    @inlinable
    public func nanoseconds(since earlier: Timestamp) -> Int64 {
        let (difference, overflow) = nanoseconds.subtractingReportingOverflow(earlier.nanoseconds)
        return overflow ? (nanoseconds < earlier.nanoseconds ? .min : .max) : difference
    }

    /// Earlier is less.
    @inlinable
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.nanoseconds < right.nanoseconds
    }
}
