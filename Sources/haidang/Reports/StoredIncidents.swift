import Incidents
import NetTypes

/// The store, as forms see it.
struct StoredIncidents: IncidentSource {
    /// The store.
    let store: IncidentStore

    /// True for a store of drills.
    var isDrill: Bool { store.isDrill }

    /// An incident with its detections and its journal.
    func incident(_ id: IncidentID) throws -> (Incident, [IncidentDetection], [JournalEntry]) {
        do throws(StoreError) {
            return (try store.incident(id), try store.detections(of: id), try store.journal(of: id))
        } catch {
            throw CommandError.store(error)
        }
    }

    /// Incidents that were detected from a moment on and before another, those merged into others left out.
    func incidents(from: Timestamp, to: Timestamp) throws -> [Incident] {
        var filter = IncidentFilter()
        filter.limit = .max
        do throws(StoreError) {
            return try store.incidents(filter).filter { $0.detectedAt >= from && $0.detectedAt < to }
        } catch {
            throw CommandError.store(error)
        }
    }
}
