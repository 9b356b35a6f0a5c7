import Incidents

/// What the shapes of a timeline mean: those that are in it.
struct TimelineLegend {
    private let rows: [[Item]]
    private let language: ReportLanguage

    private struct Item {
        let kind: TimelineMark.Kind?
        let text: String
        /// Letters are about six units wide; a legend needs no more than that.
        var width: Double { 26 + 6.4 * Double(text.count) }
    }

    private static let rowHeight = 20.0

    /// The legend of a timeline.
    init(_ timeline: Timeline, _ language: ReportLanguage) {
        self.language = language
        let there = Set(timeline.lanes.flatMap(\.marks).map(\.kind.rawValue))
        let items =
            (timeline.lanes.contains { $0.window != nil }
                ? [Item(kind: nil, text: DrillPhrase.window.text(language))] : [])
            + TimelineMark.Kind.allCases.filter { there.contains($0.rawValue) }.map {
                Item(kind: $0, text: DrillTerm.mark($0).text(language))
            }
        var rows: [[Item]] = []
        var used = Double.infinity
        for item in items {
            if used + item.width > 990 {
                rows.append([])
                used = 6
            }
            rows[rows.count - 1].append(item)
            used += item.width
        }
        self.rows = rows
    }

    /// How high it is.
    var height: Double { 6 + Self.rowHeight * Double(rows.count) }

    /// Writes it below a line.
    func write(top: Double, to out: inout Markup) {
        for (number, row) in rows.enumerated() {
            let y = top + 6 + Self.rowHeight * (Double(number) + 0.5)
            var x = 14.0
            for item in row {
                if let kind = item.kind {
                    TimelineGlyph(kind: kind).write(x: x, y: y, title: item.text, to: &out)
                } else {
                    window(x, y, &out)
                }
                out.element(
                    "text",
                    [
                        ("x", TimelinePicture.text(x + 11)), ("y", TimelinePicture.text(y + 4)),
                        ("font-size", "11"),
                        ("fill", "#111827"),
                    ], text: item.text)
                x += item.width
            }
        }
    }

    private func window(_ x: Double, _ y: Double, _ out: inout Markup) {
        out.empty(
            "rect",
            [
                ("x", TimelinePicture.text(x - 7)), ("y", TimelinePicture.text(y - 5)), ("width", "14"),
                ("height", "10"), ("fill", "#d5e3f2"), ("stroke", "#54789f"),
            ])
        out.empty(
            "rect",
            [
                ("x", TimelinePicture.text(x - 8)), ("y", TimelinePicture.text(y - 7)), ("width", "2.4"),
                ("height", "14"), ("fill", "#111827"),
            ])
    }
}
