import Incidents

/// What became of an inject: what the engine found, what the team made of it, and the points for both.
public struct InjectScore: Equatable, Sendable {
    /// The inject.
    public var inject: Inject
    /// How it was detected: the worst of what was expected.
    public var verdict: InjectVerdict
    /// Each expected detection.
    public var expectations: [ExpectationScore]
    /// From the inject to its first detection; nil without one.
    public var timeToDetect: Duration?
    /// Points for the detection, in hundredths.
    public var detectionPoints: Int
    /// What the team did about it.
    public var team = TeamScore()

    /// Points in all, in hundredths.
    public var points: Int { detectionPoints + team.points }
    /// True where somebody had to say or do something and nobody did, or it was not played: no zero that was
    /// earned.
    public var isUnassessed: Bool { verdict == .notPlayed || team.isUnassessed }
}
