import Incidents
import NetTypes

/// Makes the event of what became of an incident, with the clocks that run.
struct ChangeLine: Sendable {
    private let encoder: EventEncoder
    private let clocks: Clocks

    /// The events of this machine, by the settings.
    init(_ settings: Settings) throws(CommandError) {
        encoder = EventEncoder(settings)
        clocks = try Clocks(settings)
    }

    /// The line of the event log, without a newline; the clocks stand as they do at `now`.
    func text(_ change: IncidentChange, now: Timestamp = .now) -> String {
        let deadlines = clocks.deadlines(of: change.incident, now: now).compactMap {
            IncidentEvent.Deadline($0)
        }
        return encoder.line(IncidentEvent(change.incident, change: change.kind, deadlines: deadlines))
    }
}
