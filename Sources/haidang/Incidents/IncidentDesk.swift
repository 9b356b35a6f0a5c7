import Incidents
import NetTypes

/// Where a run's alerts become incidents: it hands them to the store's thread, and what became of incidents to the event
/// log. It belongs to the thread that owns the log.
final class IncidentDesk {
    private let store: IncidentStore
    private let recorder: IncidentRecorder
    private let sinks: SinkSet?
    private let notices: NoticeBoard
    private let line: ChangeLine
    /// True where a full queue holds the reader up, as it may when it reads savefiles.
    private let waits: Bool
    /// Incidents that began, and those that got graver or were opened again.
    private(set) var opened: UInt64 = 0
    private(set) var escalated: UInt64 = 0

    /// Incidents that began since this was last asked, by the unit that suffers them and their severity.
    private var openedOf: [String: UInt64] = [:]

    /// Seconds that the end of a run waits for the store.
    static let patience = 30.0
    /// Seconds that it waits for receivers.
    static let farewell = 5.0

    /// The desk of a run with a store; nil when the settings name none. Receivers of events need one, since what they have
    /// not got yet waits there.
    static func open(
        _ settings: Settings, waits: Bool, _ messages: Messages
    ) throws(CommandError) -> IncidentDesk? {
        let receivers = try settings.loadSinks(messages)
        guard !settings.incidents.store.isEmpty else {
            if receivers.isEmpty { return nil }
            throw .usage("\(IncidentText.sinksNeedStore)")
        }
        let store = try IncidentStore.open(settings)
        let notices = NoticeBoard()
        guard !receivers.isEmpty else {
            return try IncidentDesk(store, nil, notices, settings, waits: waits)
        }
        let sinks: SinkSet
        do throws(SinkConfigurationError) {
            sinks = try SinkSet(receivers, outbox: store, context: settings.sinkContext) { notices.add($0) }
        } catch {
            throw .usage("\(Escaping.shown(settings.sinks)): \(error.key)")
        }
        do throws(StoreError) {
            try store.register(sinks: sinks.names)
        } catch {
            throw .store(error)
        }
        return try IncidentDesk(store, sinks, notices, settings, waits: waits)
    }

    private init(
        _ store: IncidentStore, _ sinks: SinkSet?, _ notices: NoticeBoard, _ settings: Settings, waits: Bool
    ) throws(CommandError) {
        let line = try ChangeLine(settings)
        self.store = store
        self.sinks = sinks
        self.notices = notices
        self.waits = waits
        self.line = line
        recorder = IncidentRecorder(
            store, retention: settings.incidents.retention, now: { Timestamp.now }, line: { line.text($0) },
            recorded: { sinks?.wake() })
    }

    /// Starts the threads of the store and of the receivers.
    func start() {
        recorder.start()
        sinks?.start()
    }

    /// What is new about receivers since the last call.
    func takeNotices() -> [SinkNotice] { notices.take() }

    /// How the receivers fare; empty without any.
    var sinkStatuses: [SinkStatus] { sinks?.statuses ?? [] }

    /// Takes an alert. `event` is its line of the event log, `source` the savefile or interface.
    func report(_ detection: Detection, event: String, source: String) {
        recorder.report(ReportedDetection(detection, event: event, source: source), waits: waits)
    }

    /// Writes what became of incidents to the event log.
    func tell(_ log: EventLog?) {
        for change in recorder.takeChanges() {
            switch change.kind {
            case .opened:
                opened += 1
                let unit = change.incident.unit?.id ?? "-"
                openedOf["\(unit)|\(change.incident.severity)", default: 0] += 1
            case .escalated, .reopened: escalated += 1
            case .extended, .status, .merged: break
            }
            log?.receive(line: line.text(change))
        }
    }

    /// Incidents that began since the last call, by unit and severity.
    func takeOpened() -> [String: UInt64] {
        defer { openedOf = [:] }
        return openedOf
    }

    /// Waits for the store to have what was reported so far, and tells the event log what became of incidents. False where
    /// the store has not got it in good time.
    func settle(_ log: EventLog?) -> Bool {
        let isSettled = recorder.settle(within: Self.patience)
        tell(log)
        return isSettled
    }

    /// Waits for the store to have everything, and writes the last changes to the event log. Returns the account.
    func finish(_ log: EventLog?) -> IncidentAccount {
        recorder.finish(within: Self.patience)
        tell(log)
        // What cannot be sent now stays in the store, and goes out in the next run.
        sinks?.stop(within: Self.farewell)
        return account
    }

    /// The account so far.
    var account: IncidentAccount {
        IncidentAccount(status: recorder.status, opened: opened, escalated: escalated)
    }
}
