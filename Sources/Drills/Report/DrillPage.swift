import Incidents
import NetTypes

/// The report as one page of HTML that is also XML: it loads nothing, nothing in it is active, and it prints on A4.
struct DrillPage {
    /// What is reported.
    let report: DrillReport
    /// In which language.
    let language: ReportLanguage
    /// How numbers are written in it.
    let numbers: ReportNumbers

    /// Flows in which something was to be found, by their identifiers: in order once, and not for every expectation.
    let flows: [FlowFacts]

    /// The page of a report.
    init(_ report: DrillReport, _ language: ReportLanguage) {
        flows = report.evidence.flows.sorted { $0.key < $1.key }.map(\.value)
        self.report = report
        self.language = language
        numbers = ReportNumbers(language: language)
    }

    /// All of it.
    var html: String {
        var out = Markup()
        out.documentType()
        out.element("html", [("lang", language.rawValue)]) { out in
            out.element("head") { out in
                out.empty("meta", [("charset", "utf-8")])
                out.empty("meta", [("name", "viewport"), ("content", "width=device-width")])
                out.element("title", text: t(.title) + ": " + title)
                out.style(DrillPage.style)
            }
            out.newline()
            out.element("body") { body(&$0) }
        }
        return out.html
    }

    private func body(_ out: inout Markup) {
        banner(&out)
        out.element("main") { out in
            head(&out)
            result(&out)
            timeline(&out)
            misses(&out)
            strangers(&out)
            techniques(&out)
            injects(&out)
            people(&out)
            basis(&out)
        }
        banner(&out)
    }

    /// What nobody may overlook, at both ends.
    private func banner(_ out: inout Markup) {
        out.element("div", [("class", "banner")]) { out in
            out.element("b", text: t(.drill))
            out.text(" · " + t(.noIncident))
        }
        out.newline()
    }

    private func timeline(_ out: inout Markup) {
        section(.timeline, &out) { out in
            let timeline = Timeline(report, language)
            out.element("div", [("class", "whole")]) { out in
                out.element("p", [("class", "hint")], text: t(.timelineDetail))
                out.element("div", [("class", "picture")]) { out in
                    TimelinePicture(timeline, language).write(to: &out)
                }
            }
            more(timeline.left, &out)
        }
    }

    /// What the drill is called.
    var title: String { report.drill.title.text(language) }

    /// A phrase.
    func t(_ phrase: DrillPhrase) -> String { phrase.text(language) }

    /// A label.
    func t(_ label: DrillLabel) -> String { label.text(language) }

    /// A word for what the score rests on.
    func t(_ word: BasisWord) -> String { word.text(language) }

    /// A sentence.
    func t(_ sentence: DrillSentence) -> String { sentence.text(language) }

    /// A term.
    func t(_ term: DrillTerm) -> String { term.text(language) }

    /// A text from traffic, rules, the drill or people, on one line.
    func shown(_ text: String) -> String { PrintedText.foreign(text) }

    /// Numbers of injects.
    func list(_ injects: [Int]) -> String {
        let shown = injects.prefix(ReportLimits.listed).map { "\($0)" }.joined(separator: ", ")
        return injects.isEmpty ? "–" : shown + (injects.count > ReportLimits.listed ? ", …" : "")
    }

    /// A part of the page.
    func section(_ heading: DrillPhrase, _ out: inout Markup, _ content: (inout Markup) -> Void) {
        out.element("section") { out in
            out.element("h2", text: t(heading))
            content(&out)
        }
        out.newline()
    }

    /// A table with headings; a row is a list of texts. What is not there is said.
    func table(
        _ style: String, _ headings: [DrillLabel], _ rows: [[String]], more left: Int = 0, _ out: inout Markup
    ) {
        if rows.isEmpty {
            out.element("p", [("class", "none")], text: t(.none))
            return
        }
        out.element("table", [("class", style)]) { out in
            out.element("thead") { out in
                out.element("tr") { out in
                    for heading in headings { out.element("th", [("scope", "col")], text: t(heading)) }
                }
            }
            out.element("tbody") { out in
                for row in rows {
                    out.element("tr") { out in for cell in row { out.element("td", text: cell) } }
                    out.newline()
                }
            }
        }
        more(left, &out)
    }

    /// Names and what they say, one beside the other.
    func facts(_ facts: [(DrillLabel, String)], _ out: inout Markup) {
        out.element("table", [("class", "facts")]) { out in
            for (name, value) in facts {
                out.element("tr") { out in
                    out.element("th", [("scope", "row")], text: t(name))
                    out.element("td", text: value)
                }
            }
        }
        out.newline()
    }

    /// How much was left out.
    func more(_ left: Int, _ out: inout Markup) {
        if left > 0 { out.element("p", [("class", "hint")], text: t(.more(left))) }
    }
}
