import Incidents
import Testing

@testable import Drills

@Suite("Markup of a report")
struct MarkupTests {
    @Test("A text ends no attribute and no element", arguments: HostileReportTests.texts)
    func escaped(text: String) {
        var out = Markup()
        out.element("p", [("title", text)]) { out in
            out.text(text)
            out.empty("br", [("class", text)])
            out.prose("`\(text)`")
        }
        let reading = PageReading(out.html)
        #expect(reading.isWhole)
        #expect(reading.elements == ["p", "br", "code"])
        for mark in ["<", "&", "\"", "'"] where text.contains(mark) {
            #expect(reading.texts.joined().contains(mark))
        }
    }

    @Test("What stands between backquotes is code, and the last one needs no partner")
    func prose() {
        var out = Markup()
        out.prose("see `a` and `b")
        #expect(out.html == "see <code>a</code> and <code>b</code>")
    }
}
