import Incidents
import NetTypes
import Testing

@Suite("Reports about hostile traffic")
struct HostileReportTests {
    static let names: [String] = [
        "<script>alert(1)</script>", "]]><!-- --><img src=x onerror=alert(1)>",
        "\u{1b}[31mred\u{1b}]0;t\u{7}",
        "a\u{202e}gpj.exe\u{2066}", "\"onmouseover=\"x", "'><b>", "{{title}}{{{motto}}}",
        "line\r\nline\nline",
        "<\u{338}b><\u{200d}i>", "\u{0}\u{85}\u{2028}\u{feff}\u{e0041}",
        String(repeating: "<A>", count: 350_000),
    ]

    /// Mẫu 04 about an incident whose every text is a name.
    private func report(_ name: String, form: String = "mau-04") throws -> Report {
        var incident = Samples.incident
        incident.rules[0].name = name
        incident.rules[0].summary = name
        incident.rules[0].vietnameseSummary = name
        incident.rules[0].ruleSetSHA256 = name
        incident.techniques = [name]
        incident.unit?.name = name
        var detection = Samples.incidentDetections[0]
        detection.object.name = name
        let entry = JournalEntry(
            number: 1, timestamp: .zero, person: name, incident: incident.id, action: .noted, detail: name,
            note: name)
        var organisation = Samples.organisation
        organisation.name = name
        return try ReportTests.report(
            incident, answers: ["documents": name, "proposal": name], form: form, journal: [entry],
            detections: [detection], organisation: organisation)
    }

    @Test("Nothing of a name is live in a form", arguments: names)
    func escaped(name: String) throws {
        for form in ["mau-03", "mau-04", "thong-bao"] {
            let report = try report(name, form: form)
            let html = report.html
            for word in ["<script", "<img", "<b>x", "<A>", "<!--", "<\u{338}", "<i>\u{200d}", "]]>"] {
                #expect(!Self.has(html, word), "\(word)")
            }
            for scalar in html.unicodeScalars where scalar != "\n" {
                let category = scalar.properties.generalCategory
                #expect(category != .control && category != .format && category != .lineSeparator)
            }
            #expect(html.utf8.count < 100_000)
            #expect(report.json.utf8.count < 100_000)
            #expect(!report.json.contains("\n"))
        }
    }

    /// True when a text has another in it, scalar by scalar: Swift compares whole characters otherwise.
    private static func has(_ text: String, _ part: String) -> Bool {
        Array(text.utf8).firstRange(of: Array(part.utf8)) != nil
    }

    @Test("Tags of a page stay the same whatever the names are")
    func sameTags() throws {
        func tags(_ report: Report) -> [Substring] {
            report.html.split(separator: "<").dropFirst().map { $0.prefix { $0 != ">" } }
        }
        let plain = tags(try report("harmless"))
        // The last one is cut, which is said on a line of its own.
        for name in Self.names.dropLast() where !name.contains(where: \.isNewline) {
            let hostile = tags(try report(name))
            #expect(hostile == plain, "\(name.prefix(20).debugDescription)")
        }
    }

    @Test("Controls are shown as text, and what is cut says so")
    func shown() throws {
        let html = try report("\u{1b}[31m\u{202e}x").html
        #expect(html.contains("\\u{1b}[31m\\u{202e}x"))
        #expect(try report(Self.names[6]).html.contains("{{title}}{{{motto}}}"))
        #expect(try report(Self.names[10]).html.contains("… (+1049800)"))
    }

    @Test("Of a network that keeps no payload nothing that the traffic said is printed")
    func secret() throws {
        var incident = Samples.incident
        incident.unit?.payload = "none"
        var detection = Samples.incidentDetections[0]
        detection.object.name = "don-thu.docx"
        let open = try ReportTests.report(form: "mau-04", detections: [detection])
        #expect(open.html.contains("don-thu.docx"))
        let report = try ReportTests.report(incident, form: "mau-04", detections: [detection])
        #expect(!report.html.contains("don-thu.docx") && !report.json.contains("don-thu.docx"))
        #expect(report.warnings.contains(.secretNetwork))
    }
}
