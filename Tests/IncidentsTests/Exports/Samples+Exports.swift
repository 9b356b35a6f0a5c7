import Incidents
import NetTypes

extension Samples {
    /// The detections of the sample incident, one about a file and one about the name of a server.
    static var exportedDetections: [IncidentDetection] {
        var late = namedServer
        late.timestamp = time.advanced(by: 95_000_000_000)
        return incidentDetections + [
            kept(sighting, number: 1003), kept(late, number: 1004),
        ]
    }

    /// The sample incident with room for those.
    static var exportedIncident: Incident {
        var incident = incident
        (incident.detections, incident.detectionsKept) = (5, 5)
        incident.lastAt = time.advanced(by: 95_000_000_000)
        return incident
    }

    /// A detection as the store keeps it.
    static func kept(_ detection: Detection, number: Int64) -> IncidentDetection {
        let line = EventEncoder(host: "sensor", origin: .savefile(path: "day.pcap")).line(
            .detection(detection))
        return IncidentDetection(
            number: number, timestamp: detection.timestamp,
            rule: "\(detection.rule.namespace)/\(detection.rule.name)",
            signatureID: detection.rule.signatureID, severity: detection.rule.severity,
            ruleSetSHA256: detection.rule.ruleSetSHA256, direction: detection.direction,
            flowID: detection.flow.id.rawValue, client: detection.flow.client,
            server: detection.flow.server, transport: detection.flow.transport,
            communityID: detection.flow.communityID, object: detection.object,
            firstFrame: detection.firstFrame, lastFrame: detection.lastFrame, source: "day.pcap",
            event: line ?? "")
    }

    /// Options with everything that can be asked for.
    static var fullOptions: ExportOptions {
        var options = ExportOptions()
        options.host = "sensor"
        options.productVersion = "1.0.0"
        options.includesPayload = true
        options.ruleTexts = ["malware/eicar/EICAR_Test_File": "rule EICAR_Test_File { condition: false }"]
        return options
    }
}
