/// The points of a score by what they are for, all in hundredths. The earned ones add up to the score, unless that would be
/// below zero.
public struct PointsByKind: Equatable, Sendable {
    /// What points are given for.
    public enum Kind: String, CaseIterable, Sendable {
        /// What the engine detected.
        case detection
        /// What the team said of it.
        case answer
        /// That somebody had it in time.
        case acknowledgement
        /// That a form was sent in time.
        case report
        /// That nothing was found where nothing was.
        case silence
        /// What detections cost that nothing expects.
        case penalty
    }

    /// Points that were given, for each kind; a penalty is negative.
    public private(set) var earned: [Kind: Int] = [:]
    /// Points that there were, for each kind; none for a penalty.
    public private(set) var possible: [Kind: Int] = [:]

    /// The points of a score.
    public init(_ score: DrillScore) {
        for inject in score.injects {
            let (team, asked) = (inject.team, inject.inject)
            add(.detection, inject.detectionPoints, asked.points)
            add(.answer, team.answerPoints, asked.answer?.points ?? 0)
            add(.acknowledgement, team.acknowledgementPoints ?? 0, asked.acknowledgement?.points ?? 0)
            add(.report, team.reportPoints ?? 0, asked.report?.points ?? 0)
        }
        for silence in score.silences { add(.silence, silence.points, silence.silence.points) }
        add(.penalty, -score.penalty, 0)
    }

    /// All that was given, before a score below zero is taken for zero.
    public var total: Int { earned.values.reduce(0, +) }

    private mutating func add(_ kind: Kind, _ given: Int, _ most: Int) {
        earned[kind, default: 0] += given
        possible[kind, default: 0] += most * 100
    }
}
