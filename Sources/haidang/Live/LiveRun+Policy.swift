import Incidents
import NetTypes
import Sensor

extension LiveRun {
    /// Takes a finding that came up: detections are judged, all go to the event log, alerts to people as well.
    func deliver(_ finding: Finding) {
        let judged = policy.judge(finding)
        parts.log?.receive(judged)
        guard case .detection(let detection) = judged else { return }
        if detection.suppression == nil {
            if let desk = parts.desk { report(detection, judged, to: desk) }
            display.show(detection, judged)
        } else {
            display.pass(judged)
        }
    }

    private func report(_ detection: Detection, _ finding: Finding, to desk: IncidentDesk) {
        let names = settings.live.interfaces
        let encoder = EventEncoder(host: settings.host, origin: .interfaces(names))
        guard let line = encoder.line(finding) else { return }
        let place = Int(detection.flow.interface)
        desk.report(detection, event: line, source: names.indices.contains(place) ? names[place] : "")
    }

    /// Reads the list of suppressions again. One that is not valid leaves the old one at work.
    func reloadPolicy() {
        guard !settings.suppressions.isEmpty else { return }
        do throws(CommandError) {
            let newer = try SuppressionFile.load(settings.suppressions)
            policy.replaceEntries(by: newer)
            for doubt in newer.doubts(on: Day(of: .now), settings.sensor.networks) {
                display.warn("\(doubt)")
            }
            display.note("\(SuppressionText.replaced(entries: policy.statistics.entries.count))")
        } catch {
            let reason = error.sentences.joined(separator: " ")
            display.warn("\(SuppressionText.kept(reason: reason))")
        }
    }
}
