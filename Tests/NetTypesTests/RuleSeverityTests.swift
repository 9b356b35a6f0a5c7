import NetTypes
import Testing

@Suite("The severity of a rule")
struct RuleSeverityTests {
    @Test(
        "A score of public rules becomes one of four levels",
        arguments: [(0, 4), (39, 4), (40, 3), (59, 3), (60, 2), (79, 2), (80, 1), (100, 1)])
    func score(score: Int, level: Int) {
        let number = RuleSeverity(of: [.init(key: "score", value: .number(Int64(score)))])
        #expect(number.level == level)
        #expect(number.key == "score")
        let text = RuleSeverity(of: [.init(key: "score", value: .text("\(score)"))])
        #expect(text == number)
    }

    @Test("A severity outranks a score, wherever it stands, and one that says nothing does not")
    func order() {
        let score = RuleIdentity.Metadata(key: "score", value: .number(90))
        let severity = RuleIdentity.Metadata(key: "severity", value: .text("Low"))
        let nothing = RuleIdentity.Metadata(key: "severity", value: .number(9))
        #expect(RuleSeverity(of: [score, severity]).level == 4)
        #expect(RuleSeverity(of: [severity, score]).key == "severity")
        #expect(RuleSeverity(of: [score, nothing]).level == 1)
    }

    @Test(
        "What is no score leaves the middle level",
        arguments: [
            RuleIdentity.Value.number(-1), .number(101), .number(.max), .text("high"), .boolean(true),
        ])
    func noScore(value: RuleIdentity.Value) {
        let severity = RuleSeverity(of: [.init(key: "score", value: value)])
        #expect(severity.level == 3)
        #expect(severity.key == nil)
    }
}
