import Capture
import Foundation
import Incidents
import NetTypes
import Scan
import Sensor

@testable import haidang

/// Cases out of captures, made in this process: the real engine finds, the real source gathers.
enum EvidenceScene {
    /// Collects what an engine finds.
    private struct Collector: FindingSink {
        var detections: [Detection] = []

        mutating func receive(_ finding: Finding) {
            if case .detection(let detection) = finding { detections.append(detection) }
        }
    }

    /// A capture of this repository.
    static func capture(_ scenario: String) -> String {
        Scene.repository.appendingPathComponent("captures/\(scenario)/traffic.pcap").path
    }

    /// All rules of this repository, read once.
    static let rules = Result {
        try RuleSet.load(paths: [Scene.repository.appendingPathComponent("rules").path]).0
    }

    /// What rules find in a savefile.
    static func detections(_ path: String, _ rules: RuleSet) throws -> [Detection] {
        var inspector = try Inspector(SensorConfiguration(), rules: rules)
        var sink = Collector()
        var savefile = try Savefile(path: path)
        _ = try Replay.run(&savefile, &inspector, &sink)
        return sink.detections
    }

    /// What makes detections the same in two captures with other frames in between.
    static func names(_ detections: [Detection]) -> Set<String> {
        Set(
            detections.map { detection in
                let strings = detection.strings.map { "\($0.identifier)@\($0.offset)+\($0.length)" }
                let sha256 = (detection.object.sha256 ?? []).hexadecimal
                return [
                    detection.rule.namespace, detection.rule.name, detection.flow.communityID,
                    "\(detection.direction)", "\(detection.timestamp)", detection.object.kind.rawValue,
                    detection.object.name, sha256, strings.joined(separator: ","),
                ].joined(separator: " ")
            })
    }

    /// An incident of these detections, as the store would give it.
    static func evidence(_ detections: [Detection], source: String) throws -> EvidenceCase {
        guard let first = detections.first else { throw CocoaError(.featureUnsupported) }
        let rules = Dictionary(grouping: detections) { "\($0.rule.namespace)/\($0.rule.name)" }
        let encoder = EventEncoder(host: "h", origin: .savefile(path: source))
        let kept = detections.enumerated().map { place, detection in
            IncidentDetection(
                number: Int64(place), timestamp: detection.timestamp,
                rule: "\(detection.rule.namespace)/\(detection.rule.name)",
                signatureID: detection.rule.signatureID, severity: detection.rule.severity,
                ruleSetSHA256: detection.rule.ruleSetSHA256, direction: detection.direction,
                flowID: detection.flow.id.rawValue, client: detection.flow.client,
                server: detection.flow.server, transport: detection.flow.transport,
                communityID: detection.flow.communityID, object: detection.object,
                firstFrame: detection.firstFrame, lastFrame: detection.lastFrame, source: source,
                event: encoder.line(.detection(detection)) ?? "")
        }
        var incident = Incident(
            id: IncidentID(day: Day(of: first.timestamp), bits: 42), severity: 1, category: .malware,
            rules: rules.keys.sorted().map { name in
                IncidentRule(
                    name: name, signatureID: 1, identifier: "", severity: 1, summary: "",
                    vietnameseSummary: "",
                    category: "malware", techniques: [], ruleSetSHA256: first.rule.ruleSetSHA256,
                    detections: 1)
            }, stage: .delivery, victim: first.flow.server.address, attacker: first.flow.client.address,
            firstAt: kept.map(\.timestamp).min() ?? first.timestamp, detectedAt: first.timestamp)
        incident.lastAt = kept.map(\.timestamp).max() ?? first.timestamp
        (incident.detections, incident.detectionsKept) = (UInt64(kept.count), UInt64(kept.count))
        return EvidenceCase(incident: incident, detections: kept)
    }

    /// Settings that look for rules in this repository.
    static var settings: Settings {
        var settings = Settings()
        settings.rules = [Scene.repository.appendingPathComponent("rules").path]
        settings.host = "h"
        return settings
    }

    /// A network that keeps what a policy says of the payload of an address.
    static func networks(_ address: IPAddress, _ payload: PayloadPolicy) -> NetworkDirectory {
        let unit = NetworkUnit(
            id: "u", name: "U", kind: .department, level: 3, importance: 3,
            contact: .init(), payload: payload,
            networks: [IPNetwork("\(address)/\(address.isIPv6 ? 128 : 32)")].compactMap { $0 })
        return NetworkDirectory([unit])
    }

    /// The frames of a savefile.
    static func frames(_ path: String) throws -> [(header: FrameHeader, bytes: [UInt8])] {
        var frames: [(header: FrameHeader, bytes: [UInt8])] = []
        var savefile = try Savefile(path: path)
        while try savefile.withNextFrame({ frames.append(($0, [UInt8](copying: $1))) }) {}
        return frames
    }
}
