import Incidents
import NetTypes
import Testing

@testable import Drills

@Suite("What follows from a drill")
struct DrillAdviceTests {
    static let reasons: [(MissReason, String)] = [
        (.ruleAbsent("a/B"), "add_rule"), (.suppressed("night"), "review_suppression"),
        (.noTraffic, "find_traffic"), (.encrypted(protocol: "tls"), "see_encrypted"),
        (.packetsLost(bytes: 7), "stop_loss"), (.objectTruncated(count: 2), "raise_limits"),
        (.otherObject, "widen_object"), (.otherTime, "review_time"), (.notMatched, "write_rule"),
    ]

    @Test("Each reason leads to a step of its own, in both languages", arguments: reasons)
    func steps(reason: MissReason, word: String) {
        let step = DrillAdvice.step(for: reason)
        #expect(step.word == word)
        let texts = ReportLanguage.allCases.map(step.text)
        #expect(texts.allSatisfy { $0.count > 20 } && Set(texts).count == 2)
        let told = ReportLanguage.allCases.map { DrillTerm.reason(reason).text($0) }
        #expect(told.allSatisfy { !$0.isEmpty } && Set(told).count == 2)
    }

    @Test("No two reasons lead to one step")
    func distinct() {
        #expect(Set(Self.reasons.map { DrillAdvice.step(for: $0.0).word }).count == Self.reasons.count)
    }

    @Test("A step names what it is about")
    func names() {
        #expect(DrillAdvice.step(for: .ruleAbsent("a/B")).text(.vietnamese).contains("a/B"))
        #expect(DrillAdvice.step(for: .suppressed("night")).text(.english).contains("night"))
        for key in DrillAdvice.objectLimits {
            #expect(DrillAdvice.step(for: .objectTruncated(count: 1)).text(.english).contains("`\(key)`"))
        }
        for key in DrillAdvice.lossLimits {
            #expect(DrillAdvice.step(for: .packetsLost(bytes: 1)).text(.vietnamese).contains("`\(key)`"))
        }
    }

    @Test("From a score, inject by inject, then by rule")
    func order() {
        var sample = ReportSample()
        sample.strangers = 3
        let advice = sample.report.advice
        #expect(
            advice.map { "\($0.inject ?? 0) \($0.step.word)" }
                == [
                    "2 review_time", "3 accept_rule", "3 no", "4 correct_category", "4 no", "5 write_rule",
                    "0 tune",
                    "0 tune", "0 tune",
                ].map { $0.replacing(" no", with: " find_traffic") })
        #expect(advice.last?.count == 3)
        #expect(advice.last?.step == .tune(rule: "e/f/plain"))
    }

    @Test(
        "Why something was missed comes from the log",
        arguments: ["tls", "ssh", "gap", "suppressed"])
    func log(kind: String) {
        var sample = ReportSample()
        switch kind {
        case "gap": sample.lines = [sample.flow(5, gap: 9)]
        case "suppressed":
            sample.lines = [sample.alert(ReportSample.rule, at: 310, 5, suppression: "night")]
        default: sample.lines = [sample.flow(5, application: kind)]
        }
        let step = sample.report.advice.first { $0.inject == 5 }?.step
        let expected: DrillAdvice.Step =
            switch kind {
            case "gap": .stopLoss(bytes: 9)
            case "suppressed": .reviewSuppression("night")
            default: .seeEncrypted(protocol: kind)
            }
        #expect(step == expected)
    }

    @Test("What is in order, or was not played, leads to nothing")
    func nothing() {
        var report = ReportSample().report
        report.score.injects = Array(report.score.injects.prefix(1))
        report.score.unexpected = []
        #expect(report.advice.isEmpty)
        report.score.injects[0].expectations[0].verdict = .notPlayed
        #expect(report.advice.isEmpty)
        #expect(report.html(.vietnamese).contains("Không bỏ sót gì."))
    }

    @Test("Where to look is a filter for the flow and the time")
    func filter() {
        let page = PageReading(ReportSample().report.html(.english)).texts.joined()
        let filter =
            "ip.addr == 192.0.2.5 and ip.addr == 198.51.100.10 and (tcp.port == 80 or udp.port == 80)"
            + " and frame.time_epoch >= 1795482300.000 and frame.time_epoch <= 1795482340.000 (traffic.pcapng)"
        #expect(page.contains(filter))
    }
}
