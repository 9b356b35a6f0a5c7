import Incidents

/// What is said about a report, and about profiles.
enum ReportNotice: Text {
    /// What whoever sends it should know.
    case warning(ReportWarning)
    /// A mandatory field that is not known.
    case missing(key: String, label: FormText)
    /// The provisions of a profile that were not read in the original.
    case unverified(profile: String, [String])
    /// How much time a clock gives.
    case span(FormClock.Span)
}
