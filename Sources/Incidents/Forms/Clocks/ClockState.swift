/// Where a deadline stands.
public enum ClockState: String, CaseIterable, Sendable {
    /// There is time.
    case remaining
    /// The last quarter of its span has begun, or its last six hours where those are shorter: long enough to write a
    /// report and have it signed within a shift, and not so long that half of a day's span is an alarm.
    case dueSoon = "due_soon"
    /// The time is over and nothing was sent.
    case overdue
    /// What it asks for was sent, as somebody says.
    case sent
    /// It does not run: it does not apply, or what it counts from has not happened.
    case notTriggered = "not_triggered"
}
