import Foundation
import Incidents
import NetTypes
import Testing

@testable import Drills

@Suite("The facts of a report")
struct ReportFactsTests {
    private func object(_ report: DrillReport) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any])
    }

    @Test("The object agrees with the score")
    func agrees() throws {
        let report = ReportSample().report
        let facts = try object(report)
        #expect(report.json.allSatisfy { $0 != "\n" })
        #expect(facts["version"] as? Int == 1 && facts["is_drill"] as? Bool == true)
        #expect(facts["provisional"] as? Bool == false)
        let score = try #require(facts["score"] as? [String: Any])
        #expect((score["points"] as? Double).map { Int(($0 * 100).rounded()) } == report.score.points)
        #expect((score["maximum"] as? Double).map { Int(($0 * 100).rounded()) } == report.score.maximum)
        let injects = try #require(facts["injects"] as? [[String: Any]])
        #expect(injects.map { $0["id"] as? Int } == [1, 2, 3, 4, 5])
        #expect(
            injects.map { $0["verdict"] as? String }
                == ["found", "late", "other_rule", "wrong_category", "missed"])
        #expect(injects[0]["incident"] as? String == "HD-20261124-0P9SJQEZ")
        #expect(injects[0]["status"] as? String == "acknowledged")
        #expect(injects[0]["time_to_detect"] as? Double == 15)
        let expected = try #require((injects[0]["expected"] as? [[String: Any]])?.first)
        let found = try #require(expected["found"] as? [String: Any])
        #expect(found["packet_first"] as? Int == 7 && found["packet_last"] as? Int == 9)
        #expect(found["at"] as? Double == 75)
        let match = try #require((found["matches"] as? [[String: Any]])?.first)
        #expect(match["hex"] as? String == "3c3f7068" && match["withheld"] as? Bool == false)
        #expect((facts["people"] as? [[String: Any]])?.first?["actions"] as? Int == 3)
    }

    @Test("Points by kind add up to the score")
    func kinds() throws {
        let report = ReportSample().report
        let kinds = PointsByKind(report.score)
        #expect(kinds.earned[.detection] == 1000 + 500 + 250)
        #expect(kinds.earned[.penalty] == -300)
        #expect(kinds.total == report.score.points)
        #expect(kinds.possible.values.reduce(0, +) == report.score.maximum)
        let byKind = try #require(
            (object(report)["score"] as? [String: Any])?["by_kind"] as? [String: [String: Double]])
        #expect(byKind.values.compactMap { $0["points"] }.reduce(0, +) * 100 == Double(report.score.points))
    }

    @Test("A score below zero is zero, and the page says so", arguments: ReportLanguage.allCases)
    func belowZero(language: ReportLanguage) {
        var report = ReportSample().report
        report.score.penalty = 100_000
        #expect(PointsByKind(report.score).total < 0 && report.score.points == 0)
        let sentence = DrillPhrase.neverBelowZero.text(language)
        #expect(report.html(language).contains(sentence))
        #expect(!ReportSample().report.html(language).contains(sentence))
    }

    @Test("What is too much is counted", arguments: ReportLanguage.allCases)
    func bounded(language: ReportLanguage) throws {
        var sample = ReportSample()
        sample.strangers = 300
        let report = sample.report
        #expect(report.score.unexpected.count == 302)
        let facts = try object(report)
        #expect((facts["unexpected"] as? [Any])?.count == 200)
        #expect((facts["left_out"] as? [String: Int])?["unexpected"] == 102)
        #expect(report.html(language).contains(DrillSentence.more(102).text(language)))
    }

    @Test(
        "The page has every inject with its proof, and what nobody assessed is said",
        arguments: ReportLanguage.allCases)
    func page(language: ReportLanguage) {
        var report = ReportSample().report
        report.score.injects[0].team.answeredBy = ""
        let page = report.html(language)
        for number in 1...5 { #expect(page.contains("id=\"inject-\(number)\"")) }
        #expect(page.contains("DIỄN TẬP"))
        #expect(page.contains("lang=\"\(language.rawValue)\""))
        #expect(page.contains(DrillPhrase.unassessed.text(language)))
        #expect(page.contains("7–9 (traffic.pcapng)"))
        #expect(page.contains("<mark>3c 3f 70 68</mark>"))
        #expect(page.contains("HD-20261124-0P9SJQEZ"))
    }

    @Test("Payload that is withheld is said to be", arguments: ReportLanguage.allCases)
    func withheld(language: ReportLanguage) throws {
        var report = ReportSample().report
        let sentence = DrillPhrase.withheld.text(language)
        #expect(!report.html(language).contains(sentence))
        report.score.injects[0].expectations[0].detection?.matches[0].hexadecimal = ""
        #expect(report.html(language).contains(sentence))
        #expect(report.json.contains("\"withheld\":true"))
    }

    @Test("A run that goes on, or was not inspected whole, is marked", arguments: ReportLanguage.allCases)
    func provisional(language: ReportLanguage) {
        var report = ReportSample().report
        let sentence = DrillPhrase.provisional.text(language)
        #expect(!report.html(language).contains(sentence))
        report.record.state = .running
        #expect(report.html(language).contains(sentence))
        #expect(report.json.contains("\"provisional\":true"))
        report.record.incomplete = ["dropped"]
        let words = DrillTerm.remainder("dropped").text(language)
        #expect(report.html(language).contains(DrillSentence.incomplete(words).text(language)))
    }

    @Test("The same files give the same report")
    func same() {
        #expect(ReportSample().report.html(.vietnamese) == ReportSample().report.html(.vietnamese))
        #expect(ReportSample().report.json == ReportSample().report.json)
    }

    @Test("Techniques of the truth and of the rules, with how each was detected")
    func techniques() {
        let rows = TechniqueCoverage.rows(ReportSample().report.score)
        #expect(rows.map(\.technique.identifier) == ["T1041", "T1505.003"])
        #expect(rows.map(\.state) == [.otherwise, .detected])
        #expect(rows[0].asked == [1] && rows[0].otherwise == [1])
        #expect(rows[1].seen == [1, 2])
    }
}
