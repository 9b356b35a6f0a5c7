import NetTypes

@testable import haidang

/// Live runs for tests to look at.
enum LiveSamples {
    /// 08:15:30 on a day in November.
    static let time = Timestamp(seconds: 1_795_508_130, nanoseconds: 0)

    /// A run with two interfaces and four rings, one interface down, some losses, and two detections.
    static var troubled: LiveState {
        var state = LiveState(time: time)
        state.update(statistics(scale: 1), at: time, elapsed: .seconds(274_329))
        state.update(statistics(scale: 2), at: time, elapsed: .seconds(1), cpuTime: .milliseconds(1530))
        (state.rules, state.ruleSetSHA256, state.generation) = (1204, "ab12cd34ef56", 3)
        state.remember(detection(rule: "EICAR_Test", severity: 2, name: ""))
        state.remember(detection(rule: "Webshell_Upload_Generic", severity: 1, name: "/tải/\u{1b}[2Jx.php"))
        state.pin("eth1: mất tín hiệu")
        return state
    }

    /// A run in which nothing is wrong and nothing was found.
    static var calm: LiveState {
        var state = LiveState(time: time)
        var statistics = LiveStatistics()
        var interface = InterfaceStatistics(name: "eth0")
        (interface.frames, interface.bytes) = (1000, 600_000)
        statistics.interfaces = [interface]
        var ring = RingStatistics(interface: 0, worker: 0)
        (ring.capacity, ring.depth, ring.highWater) = (1 << 23, 0, 4096)
        statistics.rings = [ring]
        state.update(statistics, at: time, elapsed: .seconds(2))
        (state.rules, state.ruleSetSHA256) = (12, "00ff00ff")
        return state
    }

    private static func statistics(scale: UInt64) -> LiveStatistics {
        var all = LiveStatistics()
        for (index, name) in ["eth0", "eth1"].enumerated() {
            var interface = InterfaceStatistics(name: name)
            if index == 0 {
                (interface.frames, interface.bytes) = (812_345 * scale, 1_226_000_000 * scale)
                interface.droppedByKernel = 617 * scale
            } else {
                (interface.frames, interface.bytes, interface.isUp) = (17, 1400, false)
                interface.failures = 1
            }
            all.interfaces.append(interface)
            for worker in 0..<2 {
                var ring = RingStatistics(interface: index, worker: worker)
                (ring.capacity, ring.depth) = (1 << 23, index == 0 ? (worker + 1) << 21 : 0)
                ring.highWater = index == 0 ? 7 << 20 : 4096
                all.rings.append(ring)
            }
        }
        (all.mailbox.capacity, all.mailbox.highWater) = (65536, 655)
        all.mailbox.shedFlows = 21
        all.alerts.entries = [AlertStatistics.Entry(id: "sao-luu-dem", matched: 5, suppressed: 2)]
        (all.sensor.scan.shed, all.sensor.application.shed) = (6 * scale, 7 * scale)
        var recording = RecordingStatistics()
        (recording.files, recording.bytes, recording.removed, recording.lost) = (12, 3 << 30, 3, 5)
        all.recording = recording
        (all.sensor.flow.active, all.sensor.flow.created) = (12_345, 1_234_567 * scale)
        (all.sensor.application.objects, all.sensor.scan.scanned) = (8123 * scale, 5 << 30)
        all.sensor.scan.detections = 2
        return all
    }

    /// A detection of a rule in an object of a name.
    static func detection(rule: String, severity: Int, name: String) -> Detection {
        let flow = FlowContext(
            id: FlowID(rawValue: 1), client: Endpoint(address: IPAddress("192.0.2.10") ?? .zero, port: 49152),
            server: Endpoint(address: IPAddress("198.51.100.7") ?? .zero, port: 80), transport: .tcp,
            vlans: VLANStack(), tunnelDepth: 0, communityID: "")
        let identity = RuleIdentity(
            name: rule, namespace: "test", tags: [], metadata: [], severity: severity, signatureID: 1,
            ruleSetSHA256: "")
        let kind: ScannedObject.Kind = name.isEmpty ? .stream : .httpBody
        return Detection(
            rule: identity, flow: flow, direction: name.isEmpty ? .toServer : .toClient,
            timestamp: time.advanced(by: -1_000_000_000),
            object: ScannedObject(kind: kind, name: name, size: 1, sha256: nil, complete: true), strings: [],
            firstFrame: 1, lastFrame: 2)
    }
}
