import Incidents

/// Names of facts and headings of tables in a report.
enum DrillLabel: CaseIterable {
    /// Of the run.
    case played, length, pace, state, made, program, role, hosts
    /// Of the score.
    case kind, earned, possible, points, verdict, count, time, median, longest, sum
    /// Of injects.
    case number, inject, injects, at, detected, acknowledged, reported, answers, incident
    /// How long something took.
    case timeToDetect, timeToAcknowledge, timeToReport
    /// Of silences.
    case silence, breach
    /// Of a detection.
    case rule, techniques, flow, communityID, packets, foundIn, filter
    /// Of an answer.
    case part, truth, given
    /// Of techniques.
    case technique, stage, askedIn, seenIn, namedIn
    /// Of people.
    case person, actions, incidents
    /// Of files.
    case file, digest

    /// The label in a language.
    func text(_ language: ReportLanguage) -> String { language == .vietnamese ? vietnamese : english }
}
