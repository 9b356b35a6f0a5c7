import Drills
import NetTypes
import Testing

@Suite("Why something was missed")
struct MissReasonTests {
    private func reason(
        _ lines: [String], rules: [String: RuleCategory?] = ["a/A": .intrusion]
    ) -> MissReason? {
        let drill = TestDrill.drill(TestDrill.inject(1, "a/A"))
        return TestDrill.score(drill, lines, rules: rules).injects[0].expectations[0].reason
    }

    @Test("The log tells each of them apart")
    func each() {
        #expect(reason([TestDrill.flow()], rules: [:]) == .ruleAbsent("a/A"))
        #expect(reason([TestDrill.alert("a/A", at: 1, event: "suppressed")]) == .suppressed("known"))
        #expect(reason([TestDrill.flow(port: 443)]) == .noTraffic)
        #expect(reason([TestDrill.flow(application: "tls")]) == .encrypted(protocol: "tls"))
        #expect(reason([TestDrill.flow(gaps: 700)]) == .packetsLost(bytes: 700))
        #expect(
            reason([TestDrill.truncatedFile(), TestDrill.truncatedFile(), TestDrill.flow()])
                == .objectTruncated(count: 2))
        #expect(reason([TestDrill.flow()]) == .notMatched)
    }

    @Test("A line that is no event is counted, and nothing is taken from it")
    func broken() {
        var evidence = DrillEvidence(TestDrill.drill(TestDrill.inject(1, "a/A")))
        evidence.take(line: #"{"event_type":"alert","timestamp":"#)
        evidence.take(line: #"{"event_type":"alert","timestamp":"yesterday","flow_id":1}"#)
        evidence.take(line: #"{"event_type":"dns"}"#)
        #expect(evidence.brokenLines == 2 && evidence.alerts.isEmpty)
    }
}
