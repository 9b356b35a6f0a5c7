import NetTypes

/// Something that is done in a drill and has to be noticed.
public struct Inject: Equatable, Sendable {
    /// Its number in the drill, from 1.
    public var id: Int
    /// What is done.
    public var title = BilingualText()
    /// When it is done, from the start of the drill.
    public var at = Duration.zero
    /// How long after that it counts as detected in time; nil for the end of the drill.
    public var within: Duration?
    /// Points for the detection, 0 to 1,000.
    public var points = 10
    /// What has to be detected, all of it; at least one.
    public var expected: [DetectionPattern] = []
    /// What a finding is worth that is not quite what was expected.
    public var credit = PartialCredit()
    /// What the team must say of it; nil where it is not asked.
    public var answer: ExpectedAnswer?
    /// Until when somebody must have acknowledged its incident.
    public var acknowledgement: TeamDeadline?
    /// Until when a form about its incident must have been sent.
    public var report: TeamDeadline?

    /// An inject of nothing.
    public init(id: Int) {
        self.id = id
    }

    /// Points that it is worth in all, in hundredths.
    public var maximum: Int {
        100 * (points + (answer?.points ?? 0) + (acknowledgement?.points ?? 0) + (report?.points ?? 0))
    }
}
