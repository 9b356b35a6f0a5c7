import Incidents

/// Where the commands of evidence meet the store of incidents.
enum CaseOpening {
    /// An incident with its detections and its journal. Throws `noStore` where there is none.
    static func open(_ settings: Settings, _ id: IncidentID) throws(CommandError) -> EvidenceCase {
        throw .noStore
    }

    /// Enters into the journal of the store that a case was exported, with the hash that proves it.
    static func remember(
        _ settings: Settings, _ summary: CaseFolder.Summary, person: String
    ) throws(CommandError) {
        throw .noStore
    }
}
