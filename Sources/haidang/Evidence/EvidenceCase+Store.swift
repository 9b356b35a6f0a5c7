import Incidents

extension EvidenceCase {
    /// An incident with all that a store has of it, and its line of the event log as it is now.
    init(_ id: IncidentID, in store: IncidentStore, _ encoder: EventEncoder) throws(StoreError) {
        let incident = try store.incident(id)
        var told = IncidentEvent(incident, change: .status)
        told.isDrill = store.isDrill
        self.init(
            incident: incident, detections: try store.detections(of: id), journal: try store.journal(of: id),
            event: encoder.line(told))
    }
}
