import Capture
import Foundation
import Incidents
import NetTypes
import Scan
import Sensor

/// Everything that a live run opens while it has the right to: afterwards it has none.
struct LiveParts {
    /// Threads, rings and inspectors; not started.
    let pipeline: Pipeline
    /// The event log; nil when none is written.
    let log: EventLog?
    /// Where alerts become incidents; nil without a store.
    let desk: IncidentDesk?
    /// The server of metrics; nil when none are served.
    let metrics: MetricsServer?

    /// The most capture threads for one interface.
    private static let mostThreads = 64

    /// Opens interfaces, recording, event log and socket, then becomes the user and forbids system calls that are not
    /// needed.
    static func open(
        _ settings: Settings, _ rules: RuleSet?, _ indicators: IndicatorSet?, _ messages: Messages
    ) throws(CommandError) -> LiveParts {
        let live = settings.live
        let account = try account(live.user)
        let pipeline = Pipeline(
            pipelineConfiguration(live), settings.sensor, rules: rules, indicators: indicators
        ) { Timestamp.now }
        let log = try settings.openEventLog(.interfaces(live.interfaces))
        if log != nil { give(settings.eventLog, to: account) }
        let desk = try IncidentDesk.open(settings, waits: false, messages)
        if desk != nil {
            for part in ["", "-wal", "-shm"] { give(settings.incidents.store + part, to: account) }
        }
        let metrics = try openMetrics(live, messages)
        try addInterfaces(settings, pipeline, account)
        if Privileges.staysRoot(user: live.user.isEmpty ? nil : live.user) {
            messages.warning(PrivilegeText.staysRoot)
        }
        do throws(PrivilegeError) {
            try Privileges.drop(to: live.user.isEmpty ? nil : live.user)
            try SystemCallFilter.install(connects: !settings.sinks.isEmpty)
        } catch {
            throw .privileges(error)
        }
        return LiveParts(pipeline: pipeline, log: log, desk: desk, metrics: metrics)
    }

    private static func account(_ user: String) throws(CommandError) -> Account? {
        if user.isEmpty { return nil }
        do throws(PrivilegeError) {
            return try Account(named: user)
        } catch {
            throw .privileges(error)
        }
    }

    private static func pipelineConfiguration(_ live: LiveSettings) -> PipelineConfiguration {
        var configuration = live.pipeline
        configuration.workers =
            live.workers > 0 ? live.workers : max(1, ProcessInfo.processInfo.activeProcessorCount - 1)
        return configuration
    }

    private static func openMetrics(
        _ live: LiveSettings, _ messages: Messages
    ) throws(CommandError) -> MetricsServer? {
        guard !live.metrics.isEmpty else { return nil }
        guard let address = MetricsAddress(live.metrics) else {
            throw .usage("\(MetricsNotice.noAddress(live.metrics))")
        }
        do throws(SystemFailure) {
            let server = try MetricsServer(on: address)
            if !server.address.isLoopback { messages.warning(MetricsNotice.open(server.address)) }
            messages.note(MetricsNotice.serving(server.address))
            return server
        } catch {
            throw .cannotListen(address, reason: error.reason)
        }
    }

    /// Opens every interface as often as it has capture threads. The recording comes first, since it is told of them.
    private static func addInterfaces(
        _ settings: Settings, _ pipeline: Pipeline, _ account: Account?
    ) throws(CommandError) {
        var live = settings.live
        if !live.filter.isEmpty { live.capture.filter = live.filter }
        let threads = min(max(live.captureThreads, 1), mostThreads)
        do throws(CaptureError) {
            var described: [RecordingInterface] = []
            for (index, name) in live.interfaces.enumerated() where !live.recordingFolder.isEmpty {
                let probe = try LiveInterface(name: name, index: UInt16(clamping: index), live.capture)
                described.append(
                    RecordingInterface(name: name, linkType: probe.linkType, snaplen: probe.snaplen))
            }
            if !live.recordingFolder.isEmpty {
                pipeline.record(
                    with: try Recorder(
                        folder: live.recordingFolder, live.recording, interfaces: described,
                        decoder: settings.sensor.decoder))
                give(live.recordingFolder, to: account)
            }
            for (index, name) in live.interfaces.enumerated() {
                for _ in 0..<threads {
                    var interface = try LiveInterface(
                        name: name, index: UInt16(clamping: index), live.capture)
                    if threads > 1 {
                        // Groups are numbered for the whole machine; the process number keeps two sensors apart.
                        let group = UInt16(truncatingIfNeeded: Int(getpid()) &+ index)
                        try interface.joinFanout(group: group)
                    }
                    pipeline.add(interface, name: name)
                }
            }
        } catch {
            throw .capture(error)
        }
    }

    /// What root has made the user must be able to write on, also after a rotation.
    private static func give(_ path: String, to account: Account?) {
        guard let account, geteuid() == 0 else { return }
        let owner: [FileAttributeKey: Any] = [
            .ownerAccountID: NSNumber(value: account.user),
            .groupOwnerAccountID: NSNumber(value: account.group),
        ]
        try? FileManager.default.setAttributes(owner, ofItemAtPath: path)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
            try? FileManager.default.setAttributes(owner, ofItemAtPath: path + "/" + name)
        }
    }
}
