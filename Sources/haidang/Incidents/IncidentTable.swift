import Incidents
import NetTypes

/// Incidents as a table.
enum IncidentTable {
    private static let headings: [HeadingText] = [
        .incident, .severity, .status, .last, .unit, .victim, .attacker, .detections, .assignee, .meaning,
    ]

    /// A row for each incident.
    static func table(_ incidents: [Incident]) -> Table {
        var table = Table(headings.map(\.description), fold: 6)
        for incident in incidents {
            table.add([
                Cell(incident.id.description, tone: .strong),
                Cell(
                    "\(SummaryText.severity(incident.severity))",
                    tone: incident.severity <= 2 ? .alarm : .caution),
                Cell("\(IncidentText.status(incident.status))"),
                Cell(PreviewText.time(incident.lastAt)),
                .foreign(incident.unit?.name ?? ""), Cell(incident.victim.description),
                Cell(incident.attacker?.description ?? ""), Cell(incident.detections),
                .foreign(incident.assignee),
                .foreign(incident.title(inVietnamese: Language.current == .vietnamese)),
            ])
        }
        return table
    }
}
