import Incidents
import NetTypes
import Sensor

/// Sends a digest to sinks by name: it waits with the events in the store, at least once, and a sink that is dead holds up
/// nobody.
struct DigestSending {
    private let recipients: [SinkConfiguration]
    private let sinks: [SinkConfiguration]

    /// Seconds that receivers have before the program ends; what is not sent then is sent by the next run.
    static let farewell = 5.0

    /// The receivers of these names. Throws usage errors where there is no such sink, no list, or no store to wait in.
    init(to names: [String], _ settings: Settings, _ messages: Messages) throws(CommandError) {
        guard !names.isEmpty else {
            (recipients, sinks) = ([], [])
            return
        }
        guard !settings.sinks.isEmpty else { throw .usage("\(DigestNotice.needsSinks)") }
        guard !settings.incidents.store.isEmpty else { throw .usage("\(DigestNotice.needsStore)") }
        let all = try settings.loadSinks(messages)
        for name in names where !all.contains(where: { $0.name == name }) {
            let nearest = EditDistance.nearest(to: name, among: all.map(\.name))
            throw .usage("\(DigestNotice.noSink(name, nearest: nearest))")
        }
        sinks = all
        recipients = all.filter { names.contains($0.name) }
    }

    /// Queues the digest of a run for its receivers and gives them a moment. Those that may not have events of secret
    /// networks get one without the addresses and units of these.
    func send(
        _ ledger: ScanLedger, run: Int64?, _ settings: Settings, _ messages: Messages
    ) throws(CommandError) {
        guard !recipients.isEmpty else { return }
        var settings = settings
        settings.host = EventEncoder(settings).host
        try settings.loadNetworks()
        let events = try events(ledger, run, settings.sensor.networks)
        let store = try IncidentStore.open(settings)
        let notices = NoticeBoard()
        let set: SinkSet
        do throws(SinkConfigurationError) {
            set = try SinkSet(sinks, outbox: store, context: settings.sinkContext) { notices.add($0) }
        } catch {
            throw .usage("\(Escaping.shown(settings.sinks)): \(error.key)")
        }
        do throws(StoreError) {
            try store.register(sinks: set.names)
            for event in events { try store.queue(event) }
        } catch {
            throw .store(error)
        }
        set.start()
        set.stop(within: Self.farewell)
        for notice in notices.take() { messages.warning(SinkText.notice(notice)) }
        let waiting = recipients.map(\.name).filter {
            (try? store.pending(for: $0, limit: 1).isEmpty) != true
        }
        if !waiting.isEmpty { messages.warning(DigestNotice.queued(sinks: waiting)) }
    }

    /// The digest for those who may have all of it, and for those who may not.
    private func events(
        _ ledger: ScanLedger, _ run: Int64?, _ networks: NetworkDirectory
    ) throws(CommandError) -> [OutgoingEvent] {
        var events: [OutgoingEvent] = []
        let hasSecrets = networks.units.contains { $0.payload == .none }
        for takesSecrets in [true, false] {
            let names = recipients.filter { $0.takesSecrets == takesSecrets }.map(\.name)
            if names.isEmpty { continue }
            let digest: NightDigest
            do throws(LedgerError) {
                digest = try NightDigest(ledger: ledger, run: run, hiding: takesSecrets ? nil : networks)
            } catch {
                throw .ledger(error)
            }
            var event = OutgoingEvent(
                sequence: 0, id: "digest-\(digest.run.number)", type: "digest", severity: digest.severity,
                unit: "", category: .other, timestamp: digest.run.finished ?? digest.run.started,
                isSecret: false, line: digest.line)
            event.recipients = names
            let sheet = DigestSheet(digest, isWithheld: hasSecrets && !takesSecrets)
            event.letter = OutgoingEvent.Letter(subject: sheet.subject, text: DigestPrint.text(sheet))
            events.append(event)
        }
        return events
    }
}
