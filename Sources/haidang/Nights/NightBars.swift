import Incidents
import NetTypes

/// A picture (SVG) of nights: a panel for each measure, with a bar for each night, the earliest first.
struct NightBars {
    /// The nights; the last is the one that it is about.
    let nights: [NightSummary]

    /// A picture of nights.
    init(_ nights: [NightSummary]) { self.nights = nights }

    private static let measures: [(NightMeasure, DigestHeading)] = [
        (.files, .filesScanned), (.bytes, .bytes), (.detections, .detections),
    ]
    /// Of the picture and of what is in it, in its own units.
    private static let (width, height, panel, gap) = (720, 190, 224, 24)
    private static let (top, floor) = (44, 160)

    /// Writes it.
    func write(to out: inout Markup) {
        out.element(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 \(Self.width) \(Self.height)"),
                ("role", "img"), ("font-family", "Noto Sans, DejaVu Sans, Arial, sans-serif"),
                ("font-size", "10"),
            ]
        ) { out in
            out.element("title", text: "\(DigestText.bars)")
            for (place, measure) in Self.measures.enumerated() {
                write(measure.0, measure.1, x: place * (Self.panel + Self.gap), &out)
            }
        }
        out.newline()
    }

    private func write(_ measure: NightMeasure, _ heading: DigestHeading, x: Int, _ out: inout Markup) {
        text("\(heading)", x: x, y: 16, "start", "#0b3d6b", isBold: true, &out)
        out.empty(
            "line",
            [
                ("x1", "\(x)"), ("y1", "\(Self.floor)"), ("x2", "\(x + Self.panel)"),
                ("y2", "\(Self.floor)"),
                ("stroke", "#7d8a9a"),
            ])
        let most = max(nights.map { measure.value(in: $0) }.max() ?? 0, 1)
        let slot = Self.panel / max(nights.count, 1)
        let bar = min(slot - 6, 30)
        for (place, night) in nights.enumerated() {
            let value = measure.value(in: night)
            let height = Self.height(value, of: most)
            let middle = x + place * slot + slot / 2
            let isLast = place == nights.count - 1
            out.empty(
                "rect",
                [
                    ("x", "\(middle - bar / 2)"), ("y", "\(Self.floor - height)"), ("width", "\(bar)"),
                    ("height", "\(height)"), ("fill", isLast ? "#0b3d6b" : "#9db8d2"),
                    ("class", isLast ? "bar this" : "bar"),
                ])
            let shown = measure == .bytes ? Self.short(bytes: value) : Self.short(value)
            text(
                shown, x: middle, y: Self.floor - height - 4, "middle", "#111827", isBold: isLast,
                size: 8, &out)
            let date = VietnamTime(night.started)
            text(
                "\(date.day)/\(date.month)", x: middle, y: Self.floor + 12, "middle", "#374151",
                isBold: isLast,
                size: 8, &out)
        }
    }

    /// How high a bar is: nothing has none, and whatever is something can be seen.
    static func height(_ value: UInt64, of most: UInt64) -> Int {
        if value == 0 { return 0 }
        let (high, low) = min(value, most).multipliedFullWidth(by: UInt64(floor - top))
        return max(Int(clamping: most.dividingFullWidth((high, low)).quotient), 2)
    }

    /// A number in few characters: `950`, `12k`, `3M`.
    static func short(_ value: UInt64) -> String {
        var (rest, unit) = (value, 0)
        let units = ["", "k", "M", "G", "T", "P", "E"]
        while rest >= 10_000 || unit > 0 && rest >= 1000 {
            rest /= 1000
            unit += 1
        }
        return "\(rest)\(units[unit])"
    }

    /// Bytes in few characters: `950`, `12K`, `3M`, in binary units.
    static func short(bytes value: UInt64) -> String {
        var (rest, unit) = (value, 0)
        while rest >= 1024 {
            rest /= 1024
            unit += 1
        }
        return "\(rest)" + ["B", "K", "M", "G", "T", "P", "E"][unit]
    }

    private func text(
        _ text: String, x: Int, y: Int, _ anchor: String, _ colour: String, isBold: Bool, size: Int = 11,
        _ out: inout Markup
    ) {
        out.element(
            "text",
            [
                ("x", "\(x)"), ("y", "\(y)"), ("text-anchor", anchor), ("fill", colour),
                ("font-size", "\(size)"), ("font-weight", isBold ? "bold" : "normal"),
            ], text: text)
    }
}
