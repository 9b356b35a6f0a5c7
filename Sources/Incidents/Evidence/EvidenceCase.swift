import NetTypes

/// An incident with all that the store knows of it.
public struct EvidenceCase: Equatable, Sendable {
    /// The incident.
    public var incident: Incident
    /// Its detections that were kept one by one, in the order of time.
    public var detections: [IncidentDetection]
    /// Who did what to it, in order.
    public var journal: [JournalEntry]
    /// Its line of the event log; empty when there is none.
    public var event: String

    /// A case from its parts.
    public init(
        incident: Incident, detections: [IncidentDetection], journal: [JournalEntry] = [], event: String = ""
    ) {
        self.incident = incident
        self.detections = detections
        self.journal = journal
        self.event = event
    }

    /// What may leave of its payload: what the more severe of the units at its ends says. A word that is not known is
    /// taken for `none`, since it may have been meant so.
    public var payload: PayloadPolicy {
        let words = [incident.unit, incident.attackerUnit].compactMap { $0?.payload }
        return words.map { PayloadPolicy(rawValue: $0) ?? .none }.max() ?? .keep
    }
}
