import Incidents

/// Headings and sentences of a report that never vary, in the words of `DrillPhrase+Vietnamese` and `DrillPhrase+English`.
enum DrillPhrase: CaseIterable {
    /// What the paper is, and that nothing in it is real.
    case title, drill, noIncident, confidential
    /// Headings of its parts.
    case result, byInject, timeline, missed, unexpected, coverage, eachInject, people, basis
    /// What stands under headings.
    case timelineDetail, missedDetail, coverageDetail, basisDetail
    /// What has to be known before anything is believed.
    case provisional, sent
    /// Numbers at the head.
    case foundInjects, medianToDetect
    /// How it was played.
    case asFastAsPossible, endUnknown, paused, endOfDrill
    /// Parts of the timeline.
    case axis, window, silences
    /// Of the score.
    case total, neverBelowZero, unassessed, howPoints, notDone
    /// Of an expectation.
    case expected, anyDetection, why, nobodyKnows, afterDeadline, seenInstead, follows, nothingMissed
    /// Of a proof.
    case indicator, noStrings, withheld, noFlow
    /// Of an answer.
    case answeredBy, nobodyAnswered
    /// What there is nothing of, or too much.
    case none, moreUnexpected

    /// The phrase in a language.
    func text(_ language: ReportLanguage) -> String { language == .vietnamese ? vietnamese : english }
}
