import Incidents

/// What a run did to the store of incidents.
struct IncidentAccount {
    /// What became of its alerts.
    var status: IncidentRecorder.Status
    /// Incidents that began.
    var opened: UInt64
    /// Those that got graver, or were opened again.
    var escalated: UInt64

    /// Alerts that are in no incident.
    var unsaved: UInt64 { status.dropped + status.lost + status.waiting }

    /// The line for people.
    var text: IncidentText { .account(opened: opened, escalated: escalated, repeats: status.repeats) }

    /// The members for machines.
    var json: JSONValue {
        .object([
            ("opened", .count(opened)), ("escalated", .count(escalated)),
            ("recorded", .count(status.recorded)), ("known_before", .count(status.repeats)),
            ("not_saved", .count(unsaved)),
        ])
    }
}
