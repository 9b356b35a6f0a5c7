import Incidents
import NetTypes

/// Makes the event of what became of an incident, with the clocks that run.
struct ChangeLine: Sendable {
    private let encoder: EventEncoder
    private let clocks: Clocks

    private let isDrill: Bool

    /// The events of this machine, by the settings; those of a drill say that they are.
    init(_ settings: Settings, isDrill: Bool = false) throws(CommandError) {
        self.isDrill = isDrill
        encoder = EventEncoder(settings)
        clocks = try Clocks(settings)
    }

    /// The line of the event log, without a newline; the clocks stand as they do at `now`.
    func text(_ change: IncidentChange, now: Timestamp = .now) -> String {
        let deadlines = clocks.deadlines(of: change.incident, now: now).compactMap {
            IncidentEvent.Deadline($0)
        }
        var event = IncidentEvent(change.incident, change: change.kind, deadlines: deadlines)
        event.isDrill = isDrill
        return encoder.line(event)
    }
}
