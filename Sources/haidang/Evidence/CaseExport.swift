import Capture
import Foundation
import Incidents
import NetTypes
import Scan

/// Writes the folder of a case with what this machine has.
enum CaseExport {
    /// Gathers packets, objects, rules and losses, and writes everything below a folder.
    static func write(
        _ evidence: EvidenceCase, below folder: String, _ settings: Settings, _ protection: ObjectProtection
    ) throws(EvidenceError) -> CaseFolder.Summary {
        var context = CaseContext(
            person: Person.current, host: EvidenceFiles.host(settings), time: .now, versions: versions,
            objects: protection)
        context.rules = CaseRules.texts(for: evidence.incident, settings)
        if !settings.eventLog.isEmpty {
            context.losses = CaseLosses.read(settings.eventLog, EvidenceRequest(evidence))
        }
        var source = CaseSource(settings.sensor, recording: settings.live.recordingFolder)
        return try CaseFolder.write(evidence, below: folder, from: &source, context)
    }

    /// The programs that the case came about with.
    private static var versions: [CaseContext.Version] {
        let kernel = try? String(contentsOfFile: "/proc/sys/kernel/osrelease", encoding: .utf8)
        return [
            CaseContext.Version("haidang", Version.number),
            CaseContext.Version("libpcap", CaptureLibrary.version),
            CaseContext.Version("libyara", YaraLibrary.version),
            CaseContext.Version(
                "kernel", (kernel ?? "").trimmingCharacters(in: .whitespacesAndNewlines)),
        ]
    }
}
