import Incidents
import NetTypes

/// The detections that are poured: the same for the same number, in every run.
enum PouredDetection {
    /// Their capture time, a second apart.
    static func time(_ number: Int) -> Timestamp {
        Timestamp(seconds: 1_795_508_130 + Int64(number), nanoseconds: 0)
    }

    /// The detection of a number: ten victims, five attackers, three families of rules.
    static func report(_ number: Int) -> ReportedDetection {
        let rule = RuleIdentity(
            name: "Rule\(number % 3)", namespace: "family\(number % 3)", tags: [],
            metadata: [.init(key: "category", value: .text("intrusion"))], severity: 2,
            signatureID: 1_073_741_824 + UInt32(number % 3), ruleSetSHA256: "ab")
        let client = Endpoint(
            address: IPAddress("192.0.2.\(number % 5 + 1)") ?? .zero,
            port: UInt16(truncatingIfNeeded: number))
        let server = Endpoint(address: IPAddress("198.51.100.\(number / 7 % 10 + 1)") ?? .zero, port: 80)
        let flow = FlowContext(
            id: FlowID(rawValue: UInt64(number)), client: client, server: server, transport: .tcp,
            vlans: VLANStack(), tunnelDepth: 0, communityID: "")
        let detection = Detection(
            rule: rule, flow: flow, direction: .toServer, timestamp: time(number),
            object: ScannedObject(kind: .stream, size: 10, sha256: nil, complete: true), strings: [],
            firstFrame: 1, lastFrame: 2)
        return ReportedDetection(detection, event: "{\"number\":\(number)}", source: "poured")
    }
}
