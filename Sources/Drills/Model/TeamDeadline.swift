/// Something that a team must have done in time.
public struct TeamDeadline: Equatable, Sendable {
    /// How long after the detection, by the clock on the wall.
    public var within: Duration
    /// Points, 0 to 1,000.
    public var points: Int

    /// A deadline from its parts.
    public init(within: Duration, points: Int) {
        self.within = within
        self.points = points
    }
}
