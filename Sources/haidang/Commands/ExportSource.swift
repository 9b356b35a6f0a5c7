import Incidents

/// Where `incident export` finds an incident and the detections that were kept of it.
enum ExportSource {
    /// The incident of that name; an error of usage where there is none, or no store to look into.
    static func open(
        _ settings: Settings, _ id: IncidentID
    ) throws(CommandError) -> (Incident, [IncidentDetection]) {
        throw .usage("\(ExportText.noStore)")
    }
}
