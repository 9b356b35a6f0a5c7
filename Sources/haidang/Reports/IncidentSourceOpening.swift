import Incidents

/// Opens the store that incidents are read from.
enum IncidentSourceOpening {
    /// The store that the settings name.
    static func open(_ settings: Settings) throws(CommandError) -> any IncidentSource {
        throw .usage("\(ReportText.noStore)")
    }
}
