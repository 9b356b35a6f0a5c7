import CMeter
import Foundation
import Incidents
import NetTypes

/// What a flood of detections of one rule does to the store of incidents.
struct IncidentRun {
    /// Detections.
    var detections = 1_000_000

    /// Measures, and prints the figures.
    func carryOut() throws {
        let place = try Workplace()
        defer { place.remove() }
        let store = try IncidentStore(path: place.url.appendingPathComponent("i.db").path)
        // Somebody waits for the events, so that what is kept for receivers is bounded, too.
        try store.register(sinks: ["nobody"])
        let recorder = IncidentRecorder(store, now: { Timestamp.zero }, line: { "\($0.incident.id)" })
        let before = Machine.memoryInUse
        let (begun, spent) = (ContinuousClock.now, meter_own_seconds())
        recorder.start()
        for number in 0..<detections { recorder.report(Self.report(number), waits: true) }
        recorder.finish(within: 60)
        let status = recorder.status
        let incidents = try store.incidents()
        let dropped = try store.dropped()["nobody"] ?? 0
        print(
            String(
                format: "%d detections in %.1f s, %.1f s of processor time; process +%d MB, peak %d MB",
                detections, Double((ContinuousClock.now - begun).components.seconds),
                meter_own_seconds() - spent,
                (Machine.memoryInUse - min(before, Machine.memoryInUse)) >> 20, Machine.peakMemory >> 20))
        print(
            "incidents \(incidents.count), detections in it \(incidents.first?.detections ?? 0), kept one by one "
                + "\(incidents.first?.detectionsKept ?? 0); recorded \(status.recorded), dropped \(status.dropped), "
                + "lost \(status.lost); events that gave way \(dropped)")
        guard incidents.count == 1, incidents[0].detections == UInt64(detections) else {
            throw PhaseRun.Failure(reason: "the count is not that of what was reported")
        }
    }

    /// One detection of many: another port and another millisecond each.
    private static func report(_ number: Int) -> ReportedDetection {
        let rule = RuleIdentity(
            name: "Flood", namespace: "flood", tags: [],
            metadata: [.init(key: "category", value: .text("intrusion"))], severity: 2,
            signatureID: 1_073_741_824, ruleSetSHA256: "ab")
        let flow = FlowContext(
            id: FlowID(rawValue: UInt64(number)),
            client: Endpoint(
                address: IPAddress(ipv4: 0xC000_020A), port: UInt16(truncatingIfNeeded: number)),
            server: Endpoint(address: IPAddress(ipv4: 0xC633_6407), port: 80), transport: .tcp,
            vlans: VLANStack(), tunnelDepth: 0, communityID: "")
        let detection = Detection(
            rule: rule, flow: flow, direction: .toServer,
            timestamp: Timestamp(seconds: 1_795_508_130, nanoseconds: Int64(number) * 1_000_000),
            object: ScannedObject(kind: .stream, size: 10, sha256: nil, complete: true), strings: [],
            firstFrame: 1, lastFrame: 2)
        return ReportedDetection(detection, event: "{\"number\":\(number)}", source: "flood")
    }
}
