import Incidents

/// A digest as one page of HTML that is also XML: it loads nothing, nothing in it is active, and it prints on A4.
struct DigestPage {
    /// What it says.
    let sheet: DigestSheet

    /// The page of a sheet.
    init(_ sheet: DigestSheet) { self.sheet = sheet }

    /// All of it.
    var html: String {
        var out = Markup()
        out.documentType()
        out.element("html", [("lang", Language.current.rawValue)]) { out in
            out.element("head") { out in
                out.empty("meta", [("charset", "utf-8")])
                out.empty("meta", [("name", "viewport"), ("content", "width=device-width")])
                out.element("title", text: sheet.title)
                out.style(DigestPage.style)
            }
            out.newline()
            out.element("body") { out in out.element("main") { body(&$0) } }
        }
        return out.html + "\n"
    }

    private func body(_ out: inout Markup) {
        out.element("h1", text: sheet.title)
        for cell in sheet.head { line(cell, &out) }
        boxes(&out)
        for section in sheet.sections {
            out.element("section") { out in
                out.element("h2", text: "\(section.heading)")
                for block in section.blocks { write(block, &out) }
            }
            out.newline()
        }
    }

    /// The four numbers that are read first.
    private func boxes(_ out: inout Markup) {
        let digest = sheet.digest
        let boxes: [(String, DigestHeading, Bool)] = [
            (Number.grouped(digest.incidents.sum), .incidents, digest.incidents.sum > 0),
            (Number.grouped(digest.scanned.counts.detections), .detections, false),
            (Number.grouped(digest.summary.files), .filesScanned, false),
            (Number.grouped(digest.faults.count), .notWhole, digest.faults.count > 0),
        ]
        out.element("table", [("class", "boxes")]) { out in
            out.element("tr") { out in
                for (number, label, isBad) in boxes {
                    out.element("td") { out in
                        out.element("div", [("class", isBad ? "number bad" : "number")], text: number)
                        out.element("div", [("class", "label")], text: "\(label)")
                    }
                }
            }
        }
        out.newline()
    }

    private func write(_ block: DigestBlock, _ out: inout Markup) {
        switch block {
        case .line(let cell): line(cell, &out)
        case .facts(let facts): write(facts, &out)
        case .table(let table): write(table, &out)
        case .bars(let nights):
            out.element("div", [("class", "picture")]) { NightBars(nights).write(to: &$0) }
            out.element("p", [("class", "hint")], text: "\(DigestText.bars)")
        }
    }

    private func line(_ cell: Cell, _ out: inout Markup) {
        out.element("p", Self.classes(cell), text: cell.text)
        out.newline()
    }

    private func write(_ facts: [DigestBlock.Fact], _ out: inout Markup) {
        out.element("table", [("class", "facts")]) { out in
            for fact in facts {
                out.element("tr") { out in
                    out.element("th", [("scope", "row")], text: "\(fact.label)")
                    out.element("td", Self.classes(fact.value), text: fact.value.text)
                    out.element("td", [("class", "detail")], text: fact.detail)
                }
                out.newline()
            }
        }
    }

    private func write(_ table: DigestTable, _ out: inout Markup) {
        // What is short stays on one page.
        let isShort = table.rows.count <= Self.mostTogether
        out.element("table", [("class", isShort ? "whole" : "long")]) { out in
            out.element("thead") { out in
                out.element("tr") { out in
                    for (column, heading) in table.headings.enumerated() {
                        let isNumber = table.rows.first?[column].isNumber == true
                        out.element(
                            "th", [("scope", "col"), ("class", isNumber ? "n" : "t")], text: heading)
                    }
                }
            }
            out.element("tbody") { out in
                for row in table.rows {
                    out.element("tr") { out in
                        for cell in row { out.element("td", Self.classes(cell), text: cell.text) }
                    }
                    out.newline()
                }
            }
        }
        if table.more > 0 { out.element("p", [("class", "hint")], text: "\(DigestText.more(table.more))") }
    }

    /// Rows of a table that are kept together on paper.
    private static let mostTogether = 12

    private static func classes(_ cell: Cell) -> [(StaticString, String)] {
        var words = cell.isNumber ? ["n"] : []
        switch cell.tone {
        case .alarm: words.append("alarm")
        case .caution: words.append("caution")
        case .calm: words.append("calm")
        case .strong: words.append("strong")
        case .faint: words.append("hint")
        case nil: break
        }
        if words.isEmpty { return [] }
        return [("class", words.joined(separator: " "))]
    }
}
