import Incidents
import NetTypes

/// Where a run's alerts become incidents: it hands them to the store's thread, and what became of incidents to the event
/// log. It belongs to the thread that owns the log.
final class IncidentDesk {
    private let store: IncidentStore
    private let recorder: IncidentRecorder
    private let encoder: EventEncoder
    /// True where a full queue holds the reader up, as it may when it reads savefiles.
    private let waits: Bool
    /// Incidents that began, and those that got graver or were opened again.
    private(set) var opened: UInt64 = 0
    private(set) var escalated: UInt64 = 0

    /// Seconds that the end of a run waits for the store.
    static let patience = 30.0

    /// The desk of a run with a store; nil when the settings name none.
    static func open(_ settings: Settings, waits: Bool) throws(CommandError) -> IncidentDesk? {
        guard !settings.incidents.store.isEmpty else { return nil }
        return IncidentDesk(try IncidentStore.open(settings), host: settings.host, waits: waits)
    }

    private init(_ store: IncidentStore, host: String, waits: Bool) {
        self.store = store
        self.waits = waits
        let encoder = EventEncoder(host: host, origin: .interfaces([]))
        self.encoder = encoder
        recorder = IncidentRecorder(store, now: { Timestamp.now }, line: { encoder.line($0) })
    }

    /// Starts the thread of the store.
    func start() {
        recorder.start()
    }

    /// Takes an alert. `event` is its line of the event log, `source` the savefile or interface.
    func report(_ detection: Detection, event: String, source: String) {
        recorder.report(ReportedDetection(detection, event: event, source: source), waits: waits)
    }

    /// Writes what became of incidents to the event log.
    func tell(_ log: EventLog?) {
        for change in recorder.takeChanges() {
            switch change.kind {
            case .opened: opened += 1
            case .escalated, .reopened: escalated += 1
            case .extended, .status, .merged: break
            }
            log?.receive(line: encoder.line(change))
        }
    }

    /// Waits for the store to have everything, and writes the last changes to the event log. Returns the account.
    func finish(_ log: EventLog?) -> IncidentAccount {
        recorder.finish(within: Self.patience)
        tell(log)
        return account
    }

    /// The account so far.
    var account: IncidentAccount {
        IncidentAccount(status: recorder.status, opened: opened, escalated: escalated)
    }
}

extension EventEncoder {
    /// The line of what became of an incident.
    func line(_ change: IncidentChange) -> String {
        line(IncidentEvent(change.incident, change: change.kind))
    }
}
