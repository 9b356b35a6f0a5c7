import Foundation
import NetTypes

@testable import Incidents

/// A folder of its own for one test, and a case that names objects.
final class CaseScene {
    let folder: String
    /// Two objects that the case names, one of them longer than a sealed piece.
    static let objects: [[UInt8]] = [
        Array("MZ harmful ".utf8) + (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* 7) },
        Array("<?php harmful ?>".utf8),
    ]

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("case-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The sample incident with detections in the two objects.
    static var evidence: EvidenceCase {
        var detections = Samples.incidentDetections
        for (place, object) in objects.enumerated() {
            detections[place].object = ScannedObject(
                kind: .httpBody, name: "../../etc/passwd\n\u{0}", size: UInt64(object.count),
                sha256: Digest.of(object.span), complete: true)
        }
        let journal = [
            JournalEntry(
                number: 1, timestamp: Samples.time, person: "trực ban", incident: Samples.incident.id,
                action: .noted, detail: "", note: "</script>\u{1b}[2J\n]]>")
        ]
        return EvidenceCase(
            incident: Samples.incident, detections: detections, journal: journal,
            event: "{\"event_type\":\"incident\"}")
    }

    static func context(_ objects: ObjectProtection) -> CaseContext {
        var context = CaseContext(
            person: "an", host: "may-1", time: Samples.time, versions: [.init("haidang", "0.1.0")],
            objects: objects)
        context.rules = [
            RuleText(rule: Samples.incident.rules[0].name, text: Array("rule A { condition: true }".utf8))
        ]
        context.losses = LossStatistics(
            source: "eve.json", from: Samples.time, to: Samples.time, isComplete: false,
            counters: [.init("capture.kernel_drops", 7)])
        return context
    }

    /// Writes a case, with sealed objects where nothing else is said.
    @discardableResult
    func export(
        _ evidence: EvidenceCase = CaseScene.evidence, _ context: CaseContext? = nil
    ) throws -> CaseFolder.Summary {
        var source = CannedSource(objects: Self.objects)
        source.account.packets = ["1:LQU9qZlK+B5F3KDmev6m5PMibrg=": 2]
        let context = try context ?? Self.context(.sealed(EvidenceSecretKey.generate().publicKey))
        return try CaseFolder.write(evidence, below: folder, from: &source, context)
    }

    /// All files below a folder, by path.
    static func files(_ folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
            .filter { CaseReading.type(folder + "/" + $0) != .typeDirectory }
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    static func write(_ bytes: [UInt8], _ path: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
}
