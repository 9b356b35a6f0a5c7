import Incidents
import NetTypes
import Testing

@testable import Drills

@Suite("Parts of a report")
struct ReportPartsTests {
    @Test("Every phrase is there in both languages")
    func phrases() {
        for phrase in DrillPhrase.allCases {
            #expect(!phrase.vietnamese.isEmpty && !phrase.english.isEmpty)
            #expect(phrase.vietnamese != phrase.english, "\(phrase)")
        }
        for word in BasisWord.allCases { #expect(word.text(.vietnamese) != word.text(.english), "\(word)") }
        let names: [DrillLabel] = [.communityID, .digest]
        for label in DrillLabel.allCases {
            #expect(!label.vietnamese.isEmpty && !label.english.isEmpty)
            #expect((label.vietnamese != label.english) != names.contains(label), "\(label)")
        }
    }

    @Test("Every term is there in both languages, and no two share a word")
    func terms() {
        for language in ReportLanguage.allCases {
            func check(_ terms: [DrillTerm]) {
                let texts = terms.map { $0.text(language) }
                #expect(texts.allSatisfy { !$0.isEmpty } && Set(texts).count == texts.count, "\(texts)")
            }
            check(InjectVerdict.allCases.map { .verdict($0) })
            check(TimelineMark.Kind.allCases.map { .mark($0) })
            check(PointsByKind.Kind.allCases.map { .kind($0) })
            check(AnswerPart.Name.allCases.map { .part($0) })
            check(IncidentStatus.allCases.map { .status($0) })
            check(TechniqueCoverage.State.allCases.map { .coverage($0) })
            check([.running, .finished, .stopped].map { .state($0) })
            check([.toServer, .toClient].map { .direction($0) })
            check([true, false].map { .right($0) })
            check([true, false, nil].map { .kept($0) })
            check(RuleCategory.allCases.map { .category($0) })
            check(ScannedObject.Kind.allCases.map { .object($0) })
        }
    }

    @Test("Bytes stand by their offset, and what matched is one piece in each row")
    func hex() {
        let match = LoggedDetection.Match(
            identifier: "$a", offset: 30, length: 4, hexadecimal: "3c3f7068", before: "0d0a", after: "702f")
        let rows = HexRows(match).rows
        #expect(rows.map(\.offset) == ["00000010", "00000020"])
        #expect(rows.map { $0.digits.filter(\.isMarked).map(\.text) } == [["3c 3f"], ["70 68"]])
        #expect(rows.map { $0.letters.filter(\.isMarked).map(\.text) } == [["<?"], ["ph"]])
        #expect(rows[0].letters.map(\.text).joined() == "            ..<?")
        #expect(rows[1].letters.map(\.text).joined() == "php/            ")
        #expect(rows.allSatisfy { $0.digits.map(\.text).joined().count == 47 })
        #expect(HexRows(match).left == 0)
    }

    @Test("A match that is longer than what is shown has nothing behind it")
    func longHex() {
        let match = LoggedDetection.Match(
            identifier: "$a", offset: 0, length: 5000, hexadecimal: String(repeating: "41", count: 500),
            before: "", after: "4242")
        let hex = HexRows(match)
        #expect(hex.rows.count == 8 && hex.left == 5000 - 128)
        #expect(!hex.rows.contains { $0.letters.contains { $0.text.contains("B") } })
    }

    @Test("Bytes that are none are no bytes", arguments: ["zz", "4", "<script>"])
    func brokenHex(text: String) {
        let match = LoggedDetection.Match(
            identifier: "", offset: .min, length: .min, hexadecimal: text, before: text, after: text)
        #expect(HexRows(match).rows.isEmpty)
    }

    @Test("The median is the middle, or between the two that are")
    func median() {
        #expect(SpanSummary([]) == nil)
        #expect(SpanSummary([.seconds(3), .seconds(1), .seconds(9)])?.median == .seconds(3))
        #expect(SpanSummary([.seconds(1), .seconds(2)])?.median == .milliseconds(1500))
        #expect(SpanSummary([.seconds(1), .seconds(2)])?.longest == .seconds(2))
    }

    @Test("Numbers as the two languages write them")
    func numbers() {
        let (there, here) = (ReportNumbers(language: .vietnamese), ReportNumbers(language: .english))
        #expect(there.points(1125) == "11,25" && here.points(1125) == "11.25")
        #expect(here.points(1150) == "11.5" && here.points(1105) == "11.05" && here.points(-200) == "−2")
        #expect(there.count(1_234_567) == "1.234.567" && here.count(999) == "999")
        #expect(here.count(Int64.min) == "−9,223,372,036,854,775,808")
        #expect(there.span(.milliseconds(3240)) == "3,2 s" && here.span(.seconds(245)) == "4 m 05 s")
        #expect(here.drillTime(245_300_000_000) == "4:05" && here.drillTime(3_845_000_000_000) == "1:04:05")
        #expect(there.drillTime(75_060_000_000, exactly: true) == "1:15,0")
        #expect(here.wall(Timestamp(nanoseconds: 1_795_600_000_000_000_000)) == "16:46:40 25/11/2026")
    }
}
