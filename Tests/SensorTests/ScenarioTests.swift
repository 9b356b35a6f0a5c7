import Capture
import NetTypes
import Sensor
import Testing

@Suite struct ScenarioTests {
    @Test("Each of our captures gives the detections that its drill expects, and no other")
    func expectations() throws {
        let rules = try Repository.rules()
        // Those of the library play several captures over minutes, and are held to by `drill verify`.
        let scenarios = try Repository.scenarios().filter { !$0.hasPrefix("drills/") }
        #expect(scenarios.count >= 6)
        for scenario in scenarios {
            let folder = "\(Repository.root)/captures/\(scenario)"
            let drill = try DrillFile(path: folder + "/drill.yml")
            let (findings, outcome) = try Findings.of(savefile: folder + "/traffic.pcap", rules)
            let found = findings.detections.map { detection in
                DrillFile.Expectation(
                    rule: "\(detection.rule.namespace)/\(detection.rule.name)",
                    client: detection.flow.client.address.description,
                    server: detection.flow.server.address.description,
                    serverPort: Int(detection.flow.server.port),
                    direction: detection.direction == .toServer ? "to_server" : "to_client",
                    object: detection.object.kind.rawValue)
            }
            for expected in drill.expectations {
                #expect(found.contains { Self.meets($0, expected) }, "\(scenario): \(expected)")
            }
            // The same bytes may be found in their stream and in the object that they make up.
            for detection in found {
                #expect(
                    drill.expectations.contains { Self.meets(detection, $0, inAnyObject: true) },
                    "\(scenario): \(detection)")
            }
            #expect(drill.isSilent == drill.expectations.isEmpty, "\(scenario)")
            #expect(outcome.verdict == .complete)
            #expect(findings.statistics.brokenLaws.isEmpty)
            #expect(!findings.statistics.isIncomplete, "\(scenario)")
        }
    }

    @Test("A detection names frames that exist, in order, and lies inside its object")
    func evidence() throws {
        let rules = try Repository.rules()
        for scenario in try Repository.scenarios() {
            let (findings, _) = try Findings.of(
                savefile: "\(Repository.root)/captures/\(scenario)/traffic.pcap", rules)
            for detection in findings.detections {
                #expect(detection.firstFrame >= 1 && detection.firstFrame <= detection.lastFrame)
                #expect(detection.lastFrame <= findings.statistics.capture.frames)
                #expect(!detection.strings.isEmpty)
                for string in detection.strings {
                    #expect(string.offset + UInt64(string.length) <= detection.object.size)
                }
            }
        }
    }

    private static func meets(
        _ found: DrillFile.Expectation, _ expected: DrillFile.Expectation, inAnyObject: Bool = false
    ) -> Bool {
        var found = found
        if inAnyObject || expected.object.isEmpty { found.object = expected.object }
        return found == expected
    }
}
