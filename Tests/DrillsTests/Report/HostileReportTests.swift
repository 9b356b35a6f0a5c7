import Foundation
import Incidents
import Testing

@testable import Drills

@Suite("Hostile texts in a report")
struct HostileReportTests {
    static let texts = [
        "</title><script>alert(1)</script>", "]]></style><style>*{display:none}",
        "\"onload=\"x' & &amp; &#0;",
        "</svg><svg onload=x>", "a\u{0}b\u{1b}[31m\u{7f}\u{85}", "\u{202e}gnp.exe\u{2066}\u{200b}\u{feff}",
        "<\u{338}\u{301}&\u{300}\"\u{20d2}", "\u{fffe}\u{ffff}\u{e000}\u{10ffff}", "<!--", "<![CDATA[",
        "<?xml", "%00${x}{{x}}",
    ]

    @Test("They change nothing of the page's form", arguments: texts, ReportLanguage.allCases)
    func form(text: String, language: ReportLanguage) {
        let plain = PageReading(ReportSample().report.html(language))
        let hostile = PageReading(ReportSample(text: text).report.html(language))
        #expect(plain.isWhole && hostile.isWhole)
        #expect(hostile.elements == plain.elements)
        #expect(hostile.marks == plain.marks)
        #expect(!hostile.elements.contains("script"))
    }

    @Test("Nothing that an eye or a terminal obeys gets through", arguments: texts, ReportLanguage.allCases)
    func obeyed(text: String, language: ReportLanguage) {
        let report = ReportSample(text: text).report
        let obeyed = [report.html(language), report.json].flatMap(\.unicodeScalars).filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: scalar != "\n"
            default: false
            }
        }
        #expect(obeyed.isEmpty)
    }

    @Test("A text is on the page as it is, where it is harmless", arguments: ReportLanguage.allCases)
    func harmless(language: ReportLanguage) {
        let page = PageReading(ReportSample(text: "Đ <b> & \"q\" 'ỹ'").report.html(language))
        #expect(page.texts.joined().contains("Đ <b> & \"q\" 'ỹ'"))
        #expect(!page.elements.contains("tt"))
    }

    @Test("A page loads nothing and runs nothing", arguments: ReportLanguage.allCases)
    func passive(language: ReportLanguage) {
        let page = ReportSample().report.html(language)
        for word in [
            "<script", "<link", "<img", "<iframe", "<object", "url(", "@import", "javascript:", "src=",
        ] {
            #expect(!page.contains(word), "\(word)")
        }
        let addresses = page.components(separatedBy: "http").count - 1
        #expect(addresses == 1, "the name of SVG and no other address")
    }

    @Test("A text that nobody reads to its end is cut")
    func long() {
        let report = ReportSample(text: String(repeating: "<a>", count: 30_000)).report
        #expect(report.html(.english).utf8.count < 400_000)
        #expect(report.json.utf8.count < 800_000)
    }

    @Test("Numbers of a record that was tampered with trap nothing")
    func tampered() {
        var report = ReportSample().report
        for number in [Int64.min, -1, 0, Int64.max] {
            report.record.length = number
            report.record.played = number
            report.record.start = number
            report.run.clock = RunClock()
            report.run.clock.append(
                RunClock.Segment(played: number, wall: number, speed: .infinity, isPaused: false))
            report.run.clock.append(
                RunClock.Segment(played: number, wall: number, speed: .nan, isPaused: true))
            #expect(PageReading(report.html(.vietnamese)).isWhole)
            #expect((try? JSONSerialization.jsonObject(with: Data(report.json.utf8))) != nil)
        }
    }
}
