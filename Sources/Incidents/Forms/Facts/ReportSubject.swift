/// What a report is about.
public enum ReportSubject: Sendable {
    /// An incident, its detections that are kept one by one, and the log of who did what to it.
    case incident(Incident, detections: [IncidentDetection], journal: [JournalEntry])
    /// A span of days.
    case period(ReportPeriod)
}
