import Incidents
import NetTypes

/// The timeline as a picture (SVG 1.1) inside a page: nothing in it is active, it needs no style sheet, and whatever a colour
/// says a shape or a word says too.
struct TimelinePicture {
    private let timeline: Timeline
    private let language: ReportLanguage
    private let numbers: ReportNumbers
    private let scale: TimelineScale

    /// Units of the picture's own; a page makes it as wide as itself.
    private static let width = 1000.0
    private static let top = 34.0
    private var laneHeight: Double { timeline.lanes.count > 24 ? 19 : 26 }
    private var bottom: Double { Self.top + laneHeight * Double(timeline.lanes.count) }

    /// The picture of a timeline.
    init(_ timeline: Timeline, _ language: ReportLanguage) {
        self.timeline = timeline
        self.language = language
        numbers = ReportNumbers(language: language)
        scale = Self.scale(timeline.length)
    }

    /// The axis of every timeline.
    static func scale(_ length: Int64) -> TimelineScale {
        TimelineScale(length: length, left: 262, right: 836)
    }

    /// Writes it.
    func write(to out: inout Markup) {
        let legend = TimelineLegend(timeline, language)
        let height = bottom + 24 + legend.height
        out.element(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 1000 \(Self.text(height))"),
                ("width", "100%"), ("role", "img"), ("aria-labelledby", "timeline-title timeline-desc"),
                ("font-family", "'Noto Sans','DejaVu Sans','Segoe UI',Arial,sans-serif"), ("font-size", "12"),
            ]
        ) { out in
            out.element("title", [("id", "timeline-title")], text: DrillPhrase.timeline.text(language))
            out.element("desc", [("id", "timeline-desc")], text: DrillPhrase.timelineDetail.text(language))
            lanes(&out)
            axis(&out)
            rest(&out)
            for (place, lane) in timeline.lanes.enumerated() { contents(lane, place, &out) }
            legend.write(top: bottom + 24, to: &out)
        }
    }

    /// A number of the picture, to a tenth.
    static func text(_ number: Double) -> String {
        let tenths = Int64((number * 10).rounded())
        return tenths % 10 == 0
            ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }

    /// The ground of the lanes, by turns white and grey.
    private func lanes(_ out: inout Markup) {
        for place in timeline.lanes.indices {
            out.empty(
                "rect",
                [
                    ("x", "0"), ("y", Self.text(Self.top + laneHeight * Double(place))), ("width", "1000"),
                    ("height", Self.text(laneHeight)),
                    ("fill", place.isMultiple(of: 2) ? "#f3f5f8" : "#ffffff"),
                ])
        }
    }

    private func axis(_ out: inout Markup) {
        for tick in scale.ticks {
            let x = Self.text(scale.x(tick))
            out.empty(
                "line",
                [
                    ("x1", x), ("x2", x), ("y1", Self.text(Self.top - 6)), ("y2", Self.text(bottom + 5)),
                    ("stroke", "#c3cad4"), ("stroke-width", "1"),
                ])
            for y in [Self.top - 11, bottom + 18] {
                out.element(
                    "text",
                    [
                        ("x", x), ("y", Self.text(y)), ("text-anchor", "middle"), ("font-size", "11"),
                        ("fill", "#333d4d"),
                    ],
                    text: numbers.drillTime(tick))
            }
        }
        out.element(
            "text", [("x", "6"), ("y", Self.text(Self.top - 11)), ("font-size", "11"), ("fill", "#333d4d")],
            text: DrillPhrase.axis.text(language))
    }

    /// What was not played, which nobody can judge.
    private func rest(_ out: inout Markup) {
        guard timeline.played < timeline.length else { return }
        let x = scale.x(timeline.played)
        out.element("g") { out in
            out.element("title", text: DrillTerm.mark(.notPlayed).text(language))
            out.empty(
                "rect",
                [
                    ("x", Self.text(x)), ("y", Self.text(Self.top)), ("width", Self.text(scale.right - x)),
                    ("height", Self.text(bottom - Self.top)), ("fill", "#8b95a3"), ("fill-opacity", "0.22"),
                ])
            out.empty(
                "line",
                [
                    ("x1", Self.text(x)), ("x2", Self.text(x)), ("y1", Self.text(Self.top)),
                    ("y2", Self.text(bottom)), ("stroke", "#333d4d"), ("stroke-dasharray", "4 3"),
                ])
        }
    }

    private func contents(_ lane: TimelineLane, _ place: Int, _ out: inout Markup) {
        let middle = Self.top + laneHeight * (Double(place) + 0.5)
        out.element("g", [("class", "lane")]) { out in
            out.element("title", text: lane.label)
            label(lane.label, x: 6, middle, most: 39, &out)
            label(lane.remark, x: 846, middle, most: 26, &out)
            if let window = lane.window { self.window(window, middle, &out) }
            for (mark, shift) in spread(lane.marks) {
                TimelineGlyph(kind: mark.kind).write(
                    x: scale.x(mark.at), y: middle + shift, title: mark.text, to: &out)
            }
        }
    }

    /// The marks of a lane, each with how far it stands from the middle: those that would hide each other stand one below
    /// the other. Of several of a kind at one place one is enough.
    private func spread(_ marks: [TimelineMark]) -> [(mark: TimelineMark, shift: Double)] {
        var heaps: [[TimelineMark]] = []
        for mark in marks.sorted(by: { ($0.at, $0.kind.rawValue) < ($1.at, $1.kind.rawValue) }) {
            guard let heap = heaps.last, let first = heap.first,
                scale.x(mark.at) - scale.x(first.at) < Self.near
            else {
                heaps.append([mark])
                continue
            }
            let isThere = heap.contains { $0.kind == mark.kind && scale.x(mark.at) - scale.x($0.at) < 1 }
            if !isThere { heaps[heaps.count - 1].append(mark) }
        }
        return heaps.flatMap { heap in
            let step = heap.count > 1 ? laneHeight * 0.56 / Double(heap.count - 1) : 0
            return heap.enumerated().map { ($1, (Double($0) - Double(heap.count - 1) / 2) * step) }
        }
    }

    /// Marks that are nearer to each other hide each other.
    private static let near = 9.0

    private func label(_ text: String, x: Double, _ middle: Double, most: Int, _ out: inout Markup) {
        let printed = PrintedText.foreign(text)
        let shown = printed.count > most ? printed.prefix(most - 1) + "…" : printed[...]
        out.element(
            "text", [("x", Self.text(x)), ("y", Self.text(middle + 4)), ("fill", "#111827")],
            text: String(shown))
    }

    private func window(_ window: ClosedRange<Int64>, _ middle: Double, _ out: inout Markup) {
        let (from, to) = (scale.x(window.lowerBound), scale.x(window.upperBound))
        let half = laneHeight * 0.27
        out.empty(
            "rect",
            [
                ("x", Self.text(from)), ("y", Self.text(middle - half)),
                ("width", Self.text(max(to - from, 1))),
                ("height", Self.text(half * 2)), ("fill", "#d5e3f2"), ("stroke", "#54789f"),
                ("class", "window"),
            ])
        out.empty(
            "rect",
            [
                ("x", Self.text(from - 1.2)), ("y", Self.text(middle - half - 2)), ("width", "2.4"),
                ("height", Self.text(half * 2 + 4)), ("fill", "#111827"), ("class", "inject"),
            ])
    }
}
