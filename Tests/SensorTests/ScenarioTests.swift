import Capture
import NetTypes
import Sensor
import Testing

@Suite struct ScenarioTests {
    @Test("Each of our captures gives exactly the detections that its drill expects")
    func expectations() throws {
        let rules = try Repository.rules()
        let scenarios = try Repository.scenarios()
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
                    direction: detection.direction == .toServer ? "to_server" : "to_client")
            }
            #expect(Self.sorted(found) == Self.sorted(drill.expectations), "\(scenario)")
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

    private static func sorted(_ list: [DrillFile.Expectation]) -> [String] {
        list.map { "\($0)" }.sorted()
    }
}
