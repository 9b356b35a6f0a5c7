import NetTypes

/// A span of days in Viet Nam, and what happened in it.
public struct ReportPeriod: Equatable, Sendable {
    /// The first day.
    public var first: Day
    /// The last day.
    public var last: Day
    /// The incidents that were detected in it; those of other times do not count.
    public var incidents: [Incident]
    /// What was not seen; nil when nobody knows.
    public var loss: ReportedLosses?

    /// A span from its parts.
    public init(first: Day, last: Day, incidents: [Incident], loss: ReportedLosses?) {
        self.first = first
        self.last = last
        self.incidents = incidents
        self.loss = loss
    }

    /// Its first moment: midnight in Viet Nam.
    public var start: Timestamp { VietnamTime.start(of: first) }

    /// The first moment after it.
    public var end: Timestamp { VietnamTime.start(of: Day(number: last.number + 1)) }

    /// The incidents that were detected in it and are ones, the first first.
    var counted: [Incident] {
        incidents.filter {
            start <= $0.detectedAt && $0.detectedAt < end && $0.mergedInto == nil
                && $0.status != .falsePositive
        }
        .sorted { ($0.detectedAt, $0.id) < ($1.detectedAt, $1.id) }
    }
}
