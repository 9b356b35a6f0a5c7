import Foundation
import FoundationXML
import Testing

@testable import Rulebook

@Suite("The outcome of rule tests in formats of other programs")
struct TestReportTests {
    static let rows = [
        RuleTestRow(rule: "a:r", capture: "web/<one> & \"two\"\u{1}\n", mustHit: true, verdict: .ok),
        RuleTestRow(rule: "a:r", capture: "benign#\\x", mustHit: false, verdict: .falseHit),
        RuleTestRow(rule: "a:s", capture: "", mustHit: true, verdict: .noCaptures),
        RuleTestRow(rule: "a:t", capture: "cut", mustHit: false, verdict: .unreadable(reason: "it's <cut>")),
        RuleTestRow(rule: "a:t", capture: "late", mustHit: true, verdict: .notRun),
    ]

    @Test("TAP has a plan, a number for each row, and nothing that a name could add")
    func tap() {
        let lines = TestProtocolText.lines(Self.rows)
        #expect(lines[0] == "TAP version 13")
        #expect(lines[1] == "1..5")
        #expect(lines[2] == "ok 1 - a:r hits web/<one> & \"two\"__")
        #expect(lines[3] == "not ok 2 - a:r is silent in benign__x")
        #expect(lines[4] == "# the rule hits")
        #expect(lines.count { $0.hasPrefix("not ok ") } == 4)
        #expect(lines.allSatisfy { !$0.contains("\n") })
    }

    @Test("JUnit is XML whatever names hold, and its counts are those of its cases")
    func junit() throws {
        let document = try XMLDocument(xmlString: JUnitText.document(Self.rows))
        let root = try #require(document.rootElement())
        #expect(root.name == "testsuites")
        #expect(root.attribute(forName: "tests")?.stringValue == "5")
        #expect(root.attribute(forName: "failures")?.stringValue == "2")
        #expect(root.attribute(forName: "errors")?.stringValue == "1")
        #expect(root.attribute(forName: "skipped")?.stringValue == "1")
        #expect(root.elements(forName: "testsuite").count == 3)
        let cases = try document.nodes(forXPath: "//testcase").compactMap { $0 as? XMLElement }
        #expect(cases.count == 5)
        #expect(cases[0].attribute(forName: "name")?.stringValue == "a:r hits web/<one> & \"two\"\u{fffd}\n")
        #expect(try document.nodes(forXPath: "//failure").count == 2)
        #expect(
            try document.nodes(forXPath: "//error/@message").first?.stringValue?.hasSuffix("it's <cut>")
                == true)
        #expect(try document.nodes(forXPath: "//skipped").count == 1)
    }
}
