import Incidents

/// What is said of handing an incident to other systems.
enum ExportText: Text {
    /// The command, and what it takes.
    case command, id, format, tlp, output, payload
    /// Why an incident stays.
    case error(ExportError, id: IncidentID)
    /// How many detections stay since their network is secret.
    case withheld(Int)
    /// An incident of a drill, which stays here.
    case drill
    /// How many are not in the export since there are too many.
    case leftOut(Int, limit: Int)
}
