import Incidents
import NetTypes

/// What the last `incident` event of an incident says.
struct SeenIncident {
    let id: String
    let state: String
    let attacker: IPAddress?
    let victim: IPAddress?
    let first: Timestamp
    let last: Timestamp
    let flows: [Int64]

    /// An incident from its event; nil for one without an identifier or a time.
    init?(_ event: LoggedEvent) {
        guard let id = event.text("incident.id"), id.utf8.count <= 64,
            let last = event.time("incident.last") ?? event.timestamp
        else { return nil }
        self.id = id
        self.last = last
        first = min(event.time("incident.first") ?? last, last)
        state = event.text("incident.state") ?? ""
        attacker = event.text("incident.attacker").flatMap { IPAddress($0) }
        victim = event.text("incident.victim").flatMap { IPAddress($0) }
        flows = event.numbers("incident.flows", each: "flow_id")
    }
}
