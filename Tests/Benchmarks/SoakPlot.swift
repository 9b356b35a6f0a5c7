import Foundation

/// The samples of a `SoakRun` as a picture (SVG 1.1): memory on the left scale, flows on the right one.
struct SoakPlot {
    let hours: Int
    let samples: [SoakRun.Sample]

    /// One line and its scale, from 0 to `top`.
    private struct Curve {
        var title: String
        var colour: String
        var values: [Double]
        var top: Double

        init(_ title: String, _ colour: String, _ values: [Double]) {
            self.title = title
            self.colour = colour
            self.values = values
            // The next number of one digit and zeros, so that a fifth of it is a number people read.
            let most = max(1, values.max() ?? 1)
            let step = pow(10, floor(log10(most)))
            top = ceil(most / step) * step
        }
    }

    // The space of the curves inside the picture, in pixels.
    private static let (width, height) = (720.0, 300.0)
    private static let (left, right, top, bottom) = (70.0, 650.0, 40.0, 250.0)
    /// Parts of each scale.
    private static let parts = 5

    /// The picture.
    var text: String {
        let memory = Curve("memory, MiB", "#0b5cad", samples.map { Double($0.memory) / 1_048_576 })
        let flows = Curve("active flows", "#b3541e", samples.map { Double($0.flows) })
        let lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Int(Self.width)) \(Int(Self.height))\" "
                + "font-family=\"sans-serif\" font-size=\"12\">",
            "<title>Memory and active flows over \(hours) hours of capture time</title>",
            "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>",
        ]
        return
            (lines + grid + scale(memory, at: Self.left - 8, anchor: "end")
            + scale(flows, at: Self.right + 8, anchor: "start") + [path(memory), path(flows), "</svg>"])
            .joined(separator: "\n") + "\n"
    }

    private var grid: [String] {
        let rows = (0...Self.parts).map { part in
            let y = Self.y(Double(part) / Double(Self.parts))
            return "<path d=\"M\(Self.left) \(y)H\(Self.right)\" stroke=\"#dddddd\"/>"
        }
        let columns = (0...hours).map { hour in
            Self.label("\(hour)", Self.x(Double(hour) / Double(hours)), Self.bottom + 18, "middle", "#333333")
        }
        let middle = (Self.left + Self.right) / 2
        return rows + columns
            + [Self.label("hours of capture time", middle, Self.bottom + 38, "middle", "#333333")]
    }

    private func scale(_ curve: Curve, at x: Double, anchor: String) -> [String] {
        let numbers = (0...Self.parts).map { part in
            let share = Double(part) / Double(Self.parts)
            return Self.label(
                String(format: "%.0f", curve.top * share), x, Self.y(share) + 4, anchor, curve.colour)
        }
        return numbers + [
            Self.label(curve.title, x, Self.top - 16, anchor == "end" ? "start" : "end", curve.colour)
        ]
    }

    private func path(_ curve: Curve) -> String {
        let points = zip(samples, curve.values).map { sample, value in
            let place = (Self.x(sample.minute / 60 / Double(hours)), Self.y(value / curve.top))
            return String(format: "%.1f,%.1f", place.0, place.1)
        }
        return "<polyline fill=\"none\" stroke=\"\(curve.colour)\" stroke-width=\"1.5\" points=\""
            + points.joined(separator: " ") + "\"/>"
    }

    private static func label(
        _ text: String, _ x: Double, _ y: Double, _ anchor: String, _ colour: String
    ) -> String {
        String(format: "<text x=\"%.1f\" y=\"%.1f\"", x, y)
            + " text-anchor=\"\(anchor)\" fill=\"\(colour)\">\(text)</text>"
    }

    private static func x(_ share: Double) -> Double { left + (right - left) * min(share, 1) }
    private static func y(_ share: Double) -> Double { bottom - (bottom - top) * share }
}
