import NetTypes

/// A clock of a profile, for one incident at one moment.
public struct Deadline: Equatable, Sendable {
    /// The profile.
    public var profile: String
    /// The clock.
    public var clock: FormClock
    /// Until when something has to be sent; nil while the clock does not run.
    public var due: Timestamp?
    /// Where it stands.
    public var state: ClockState
    /// False while nobody has said whether the clock applies. It is shown as if it did: a deadline that may hold is not
    /// one to be missed.
    public var isTriggerDecided: Bool
    /// When what it asks for was sent; nil before that.
    public var sentAt: Timestamp?

    /// The detail of the entry in the journal (`JournalEntry.Action.sent`) that stops a clock: `tt20-2017/notice`.
    public static func detail(profile: String, clock: String) -> String { "\(profile)/\(clock)" }

    /// True when it was sent after the time was over.
    public var isLate: Bool {
        guard let due, let sentAt else { return false }
        return VietnamTime(sentAt).machine > VietnamTime(due).machine
    }

    /// Nanoseconds until it is due, negative after that; nil while the clock does not run.
    public func nanosecondsLeft(at now: Timestamp) -> Int64? { due?.nanoseconds(since: now) }

    /// The moment from which a deadline is due soon: a quarter of its span before it, at most six hours.
    static func warning(due: Timestamp, span: FormClock.Span) -> Timestamp {
        due.advanced(by: -min(span.nanoseconds / 4, 6 * 3_600_000_000_000))
    }
}
