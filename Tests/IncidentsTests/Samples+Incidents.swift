import Incidents
import NetTypes

extension Samples {
    /// The unit that suffers the sample incident.
    static var unit: NetworkUnit {
        NetworkUnit(
            id: "so-y-te", name: "Sở Y tế", kind: .department, level: 3, importance: 4,
            contact: .init(name: "Trực ban", phone: "0203 000 000", email: "truc@so-y-te.example"),
            networks: [IPNetwork("198.51.100.0/24")].compactMap { $0 })
    }

    /// An incident whose every field is set: a web shell on a portal, used from outside.
    static var incident: Incident {
        var incident = Incident(
            id: IncidentID(day: Day(of: time), bits: 0x1234_5678_9a), severity: 1, category: .intrusion,
            rules: [
                IncidentRule(
                    name: "webshell/command/WebShell_Command_Request", signatureID: 1_073_741_900,
                    identifier: "HD-0002", severity: 1, summary: "A command in a request to a web shell",
                    vietnameseSummary: "Lệnh trong yêu cầu tới web shell", category: "intrusion",
                    techniques: ["T1505.003"], ruleSetSHA256: String(repeating: "ab", count: 32),
                    detections: 2),
                IncidentRule(
                    name: "malware/eicar/EICAR_Test_File", signatureID: 1_073_741_824,
                    identifier: "HD-0001", severity: 3, summary: "The EICAR test file",
                    vietnameseSummary: "Tệp thử EICAR", category: "malware", techniques: ["T1204"],
                    ruleSetSHA256: String(repeating: "ab", count: 32), detections: 1),
            ], stage: .execution, victim: IPAddress("198.51.100.7") ?? .zero,
            attacker: IPAddress("192.0.2.10"), firstAt: time, detectedAt: time.advanced(by: 2_000_000_000))
        incident.techniques = ["T1204", "T1505.003"]
        incident.unit = IncidentUnit(unit)
        incident.lastAt = time.advanced(by: 90_000_000_000)
        (incident.detections, incident.detectionsKept) = (3, 3)
        return incident
    }

    /// The detections of the sample incident, in the order of time.
    static var incidentDetections: [IncidentDetection] {
        (0..<3).map { place in
            var detection = Self.detection
            detection.timestamp = time.advanced(by: Int64(place) * 45_000_000_000)
            detection.firstFrame = UInt64(6 + place * 10)
            detection.lastFrame = UInt64(7 + place * 10)
            let rule = incident.rules[place == 2 ? 1 : 0]
            let line = EventEncoder(host: "sensor", origin: .savefile(path: "day.pcap"))
                .line(.detection(detection))
            return IncidentDetection(
                number: Int64(1000 + place), timestamp: detection.timestamp, rule: rule.name,
                signatureID: rule.signatureID, severity: rule.severity, ruleSetSHA256: rule.ruleSetSHA256,
                direction: detection.direction, flowID: detection.flow.id.rawValue,
                client: detection.flow.client, server: detection.flow.server,
                transport: detection.flow.transport, communityID: detection.flow.communityID,
                object: detection.object, firstFrame: detection.firstFrame, lastFrame: detection.lastFrame,
                source: "day.pcap", event: line ?? "")
        }
    }
}
