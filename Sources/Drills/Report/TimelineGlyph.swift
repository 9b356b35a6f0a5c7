import Incidents

/// The shape of a mark, about its middle. Its colours have a contrast of at least 4.5 to the ground of the lanes.
struct TimelineGlyph {
    /// What it marks.
    let kind: TimelineMark.Kind

    /// Writes it at a place.
    func write(x: Double, y: Double, title: String, to out: inout Markup) {
        let place = "translate(\(TimelinePicture.text(x)),\(TimelinePicture.text(y)))"
        out.element("g", [("class", "mark \(kind.rawValue)"), ("transform", place)]) { out in
            out.element("title", text: title)
            shape(&out)
        }
    }

    private func shape(_ out: inout Markup) {
        switch kind {
        case .found:
            out.empty("circle", [("r", "5.5"), ("fill", "#176b35"), ("stroke", "#ffffff")])
        case .late:
            path("M0,-7L7,0L0,7L-7,0Z", fill: "#a84300", &out)
        case .otherRule:
            path("M-5,-5H5V5H-5Z", fill: "#1d4ed8", &out)
        case .wrongCategory:
            outline("M-4.5,-4.5H4.5V4.5H-4.5Z", "#6d28d9", fill: "#ffffff", &out)
        case .missed:
            outline("M-5,-5L5,5M5,-5L-5,5", "#b3121d", fill: "none", &out)
        case .notPlayed:
            out.empty(
                "circle",
                [
                    ("r", "5"), ("fill", "#ffffff"), ("stroke", "#4b5563"), ("stroke-width", "1.5"),
                    ("stroke-dasharray", "2 1.6"),
                ])
        case .acknowledged:
            path("M0,-6.5L6,5H-6Z", fill: "#0b5394", &out)
        case .reported:
            out.empty("path", [("d", "M-4,8V-8"), ("stroke", "#0b5394"), ("stroke-width", "2")])
            path("M-4,-8L7,-4.5L-4,-1Z", fill: "#0b5394", &out)
        case .breach:
            path("M-3,-7H3L7,-3V3L3,7H-3L-7,3V-3Z", fill: "#b3121d", &out)
            out.empty("path", [("d", "M-4,0H4"), ("stroke", "#ffffff"), ("stroke-width", "2.5")])
        case .unexpected:
            outline("M0,-6V6M-6,0H6", "#7a4a00", fill: "none", &out)
        }
    }

    private func path(_ path: String, fill: String, _ out: inout Markup) {
        out.empty("path", [("d", path), ("fill", fill), ("stroke", "#ffffff")])
    }

    private func outline(_ path: String, _ stroke: String, fill: String, _ out: inout Markup) {
        out.empty("path", [("d", path), ("fill", fill), ("stroke", stroke), ("stroke-width", "2.6")])
    }
}
