import Incidents
import NetTypes

/// Detections as the tests of correlation and store make them up.
struct Happening {
    var rule = "webshell/php/PHP_Request"
    var category = "intrusion"
    var technique = "T1505.003"
    var severity = 2
    var metadata: [(String, String)] = []
    var client = "192.0.2.10"
    var server = "198.51.100.7"
    var direction = Direction.toServer
    /// Seconds after the sample time.
    var after = 0.0
    var port: UInt16 = 40_000
    var clientUnit: NetworkUnit?
    var serverUnit: NetworkUnit?

    var detection: Detection {
        let parts = rule.split(separator: "/")
        let keys = [("category", category), ("attack", technique), ("description", "What it is")] + metadata
        let identity = RuleIdentity(
            name: String(parts.last ?? ""), namespace: parts.dropLast().joined(separator: "/"), tags: [],
            metadata: keys.map { .init(key: $0.0, value: .text($0.1)) }, severity: severity,
            signatureID: UInt32(truncatingIfNeeded: rule.utf8.reduce(5381) { $0 &* 33 &+ Int($1) }),
            ruleSetSHA256: "ab")
        var flow = Samples.flow(client: (client, port), server: (server, 80))
        (flow.clientUnit, flow.serverUnit) = (clientUnit, serverUnit)
        var detection = Samples.detection
        detection.rule = identity
        detection.flow = flow
        detection.direction = direction
        detection.timestamp = Samples.time.advanced(by: Int64(after * 1_000_000_000))
        return detection
    }

    var report: ReportedDetection {
        let detection = detection
        let line = EventEncoder(host: "sensor", origin: .savefile(path: "a.pcap")).line(.detection(detection))
        return ReportedDetection(detection, event: line ?? "", source: "a.pcap")
    }
}

extension IncidentStore {
    /// Records what happened, in one transaction.
    @discardableResult
    func record(_ happenings: [Happening], now: Timestamp = Samples.time) throws -> Recording {
        try record(happenings.map(\.report), now: now) { "\($0.kind.rawValue) \($0.incident.id)" }
    }
}
