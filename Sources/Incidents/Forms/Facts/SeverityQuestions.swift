/// Whether an incident is serious (nghiêm trọng) in the words of QĐ 05/2017/QĐ-TTg article 9: the system is of level 4 or 5
/// or of national importance, *and* one of the named effects has come or may come, *and* the owner cannot handle it alone.
///
/// Three answers decide it. One that is not known leaves it open, unless another one says no already: nothing is guessed.
public struct SeverityQuestions: Equatable, Sendable {
    /// The system is of level 4 or 5, or of national importance; nil while not known.
    public var isImportantSystem: Bool?
    /// One of the effects has come or may come; nil while not known.
    public var hasGraveEffect: Bool?
    /// The owner cannot handle it alone; nil while not known.
    public var isBeyondCapacity: Bool?

    /// What answers say. A level of 4 or 5 answers the first question; a lower one does not, since the system may be of
    /// national importance all the same.
    public init(_ answers: ReportAnswers, level: Int? = nil) {
        isImportantSystem = answers.truth(.importantSystem)
        if isImportantSystem == nil, let level, level >= 4 { isImportantSystem = true }
        hasGraveEffect = answers.truth(.graveEffect)
        isBeyondCapacity = answers.truth(.beyondCapacity)
    }

    /// What follows from the answers.
    public var verdict: Verdict {
        let answers = [isImportantSystem, hasGraveEffect, isBeyondCapacity]
        if answers.contains(false) { return .ordinary }
        return answers.contains(nil) ? .notDecided : .serious
    }

    /// What an incident is by that article.
    public enum Verdict: String, CaseIterable, Sendable {
        /// Nghiêm trọng: all three are so.
        case serious
        /// Thông thường: at least one is not so.
        case ordinary
        /// An answer is missing that could still decide it.
        case notDecided = "not_decided"
    }
}
