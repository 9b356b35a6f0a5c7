import Drills

/// Spans of time, paces and points as people read them.
enum SpanText {
    /// A span in its two largest units: `250 ms`, `3.2 s`, `4 m 05 s`, `2 h 10 m`.
    static func short(_ span: Duration) -> String {
        let milliseconds = max(0, span.nanoseconds / 1_000_000)
        let seconds = milliseconds / 1000
        let mark = Language.current == .vietnamese ? "," : "."
        switch seconds {
        case 0: return "\(milliseconds) ms"
        case ..<60: return "\(seconds)\(mark)\(milliseconds % 1000 / 100) s"
        case ..<3600: return "\(seconds / 60) m \(padded(seconds % 60)) s"
        default: return "\(seconds / 3600) h \(padded(seconds % 3600 / 60)) m"
        }
    }

    /// A span that was only estimated, no finer than it can be known: `12 s`, `4 m 10 s`, `25 m`, `2 h 10 m`. Never none.
    static func about(_ span: Duration) -> String {
        let seconds = max(1, Int64((max(.zero, span) / .seconds(1)).rounded(.up)))
        func up(to step: Int64) -> Int64 { (seconds + step - 1) / step * step }
        switch seconds {
        case ...55: return "\(seconds > 10 ? up(to: 5) : seconds) s"
        case ...590: return "\(up(to: 10) / 60) m \(padded(up(to: 10) % 60)) s"
        case ...3540: return "\(up(to: 60) / 60) m"
        default: return "\(up(to: 300) / 3600) h \(padded(up(to: 300) % 3600 / 60)) m"
        }
    }

    /// A pace: `×20`.
    static func pace(_ speed: Double) -> String {
        speed == speed.rounded() ? "×\(Int64(speed))" : "×\(speed)"
    }

    /// Points from hundredths of them: `12`, `12.5`, `3.33`.
    static func points(_ hundredths: Int) -> String {
        let mark = Language.current == .vietnamese ? "," : "."
        let (whole, rest) = (hundredths / 100, abs(hundredths % 100))
        if rest == 0 { return "\(whole)" }
        return rest.isMultiple(of: 10)
            ? "\(whole)\(mark)\(rest / 10)" : "\(whole)\(mark)\(padded(Int64(rest)))"
    }

    private static func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
