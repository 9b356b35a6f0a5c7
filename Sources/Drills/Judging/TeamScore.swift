import Incidents

/// What a team did about an inject, by the journal of the store.
public struct TeamScore: Equatable, Sendable {
    /// The incident that the detection is in; nil without one.
    public var incident: IncidentID?
    /// From the alert to somebody having it, by the clock on the wall; nil while nobody has.
    public var timeToAcknowledge: Duration?
    /// From the alert to a form about it being sent, likewise.
    public var timeToReport: Duration?
    /// The parts of the answer that are asked, each with what was said; empty where none is asked.
    public var answer: [AnswerPart] = []
    /// Who answered; empty while nobody has.
    public var answeredBy = ""
    /// Points for the answer, in hundredths.
    public var answerPoints = 0
    /// Points for acknowledging in time, in hundredths; nil where that is not asked.
    public var acknowledgementPoints: Int?
    /// Points for reporting in time, in hundredths; nil where that is not asked.
    public var reportPoints: Int?

    /// Nothing was done.
    public init() {}

    /// Points in all, in hundredths.
    public var points: Int { answerPoints + (acknowledgementPoints ?? 0) + (reportPoints ?? 0) }
    /// True where an answer is asked and there is none.
    public var isUnassessed: Bool { !answer.isEmpty && answeredBy.isEmpty }
}
