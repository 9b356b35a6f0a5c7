import Incidents
import NetTypes

/// What the event log of a run says, as far as a drill asks: every detection, and the flows in which something was to be
/// found. Bounded, whatever the log holds.
public struct DrillEvidence: Sendable {
    /// Detections that are kept.
    public static let mostDetections = 100_000
    /// Flows that are kept.
    public static let mostFlows = 10_000

    /// Alerts, in the order of the log.
    public private(set) var alerts: [LoggedDetection] = []
    /// Detections that a list of suppressions kept from being alerts.
    public private(set) var suppressed: [LoggedDetection] = []
    /// Detections beyond the limit.
    public private(set) var dropped: UInt64 = 0
    /// Flows that an expectation is about, by their identifier in events.
    public private(set) var flows: [UInt64: FlowFacts] = [:]
    /// Lines that were no event.
    public private(set) var brokenLines: UInt64 = 0

    private let patterns: [DetectionPattern]
    private var truncated: [UInt64: Int] = [:]

    /// The evidence about a drill, of which there is none yet.
    public init(_ drill: Drill) {
        patterns = drill.injects.flatMap(\.expected)
    }

    /// Takes all lines of a log, as many as are there. What is too long to be an event is counted as broken.
    public mutating func read(_ path: String) throws(LogbookError) {
        var lines = try EventLines(path)
        defer { lines.close() }
        while let line = try lines.next() {
            switch line {
            case .text(let text): take(line: text)
            case .tooLong: brokenLines += 1
            }
        }
    }

    /// Takes a line of the log.
    public mutating func take(line: String) {
        // Most lines of a log are of kinds that no drill asks for; they are not read.
        guard Self.kinds.contains(where: line.contains) else { return }
        guard let event = LoggedEvent(line: line) else {
            brokenLines += 1
            return
        }
        switch event.type {
        case "alert", "suppressed": takeDetection(event)
        case "flow": takeFlow(event)
        case "fileinfo": takeFile(event)
        default: break
        }
    }

    private static let kinds = ["alert", "suppressed", "flow", "fileinfo"].map { "\"event_type\":\"\($0)\"" }

    private mutating func takeDetection(_ event: LoggedEvent) {
        guard let detection = LoggedDetection(event) else {
            brokenLines += 1
            return
        }
        guard alerts.count + suppressed.count < Self.mostDetections else {
            dropped += 1
            return
        }
        if detection.suppression == nil {
            alerts.append(detection)
        } else {
            suppressed.append(detection)
        }
    }

    private mutating func takeFlow(_ event: LoggedEvent) {
        guard var flow = FlowFacts(event), let id = event.number("flow_id"), flows.count < Self.mostFlows,
            patterns.contains(where: { $0.mayBe(in: flow.client, flow.server) })
        else { return }
        flow.truncatedObjects = truncated[UInt64(max(0, id))] ?? 0
        flows[UInt64(max(0, id))] = flow
    }

    private mutating func takeFile(_ event: LoggedEvent) {
        // The files of a flow are told before the flow itself, which ends later.
        guard event.flag("haidang.complete") == false, let id = event.number("flow_id"),
            truncated.count < Self.mostFlows
        else { return }
        truncated[UInt64(max(0, id)), default: 0] += 1
        flows[UInt64(max(0, id))]?.truncatedObjects += 1
    }
}
