import Incidents
import NetTypes

/// Points, spans and times as they are printed in a language.
struct ReportNumbers {
    /// The language.
    let language: ReportLanguage

    private var mark: String { language == .vietnamese ? "," : "." }
    private var group: String { language == .vietnamese ? "." : "," }

    /// Points from hundredths of them: `12`, `12.5`, `3.33`, with a sign below zero.
    func points(_ hundredths: Int) -> String {
        let size = hundredths.magnitude
        let rest = size % 100
        let fraction = rest == 0 ? "" : mark + (rest % 10 == 0 ? "\(rest / 10)" : Self.padded(rest))
        return (hundredths < 0 ? "−" : "") + "\(size / 100)" + fraction
    }

    /// A span in its two largest units: `250 ms`, `3.2 s`, `4 m 05 s`, `2 h 10 m`.
    func span(_ span: Duration) -> String {
        let milliseconds = max(0, span.nanoseconds / 1_000_000)
        let seconds = milliseconds / 1000
        switch seconds {
        case 0: return "\(milliseconds) ms"
        case ..<60: return "\(seconds)\(mark)\(milliseconds % 1000 / 100) s"
        case ..<3600: return "\(seconds / 60) m \(Self.padded(seconds % 60)) s"
        default: return "\(seconds / 3600) h \(Self.padded(seconds % 3600 / 60)) m"
        }
    }

    /// A time of the drill, from its start: `4:05`, `1:04:05`; with tenths of a second where `exactly` is true.
    func drillTime(_ nanoseconds: Int64, exactly: Bool = false) -> String {
        let tenths = Int64(nanoseconds.magnitude / 100_000_000)
        let seconds = tenths / 10
        let minutes = "\(Self.padded(seconds % 60))"
        let text =
            seconds < 3600
            ? "\(seconds / 60):\(minutes)"
            : "\(seconds / 3600):\(Self.padded(seconds / 60 % 60)):\(minutes)"
        return (nanoseconds < 0 ? "−" : "") + text + (exactly ? "\(mark)\(tenths % 10)" : "")
    }

    /// A time on the wall, in Viet Nam: `18:30:05 28/11/2026`.
    func wall(_ time: Timestamp) -> String {
        let text = time.advanced(by: Self.offset).description
        let seconds = text.dropFirst(17).prefix(2)
        let there = VietnamTime(time)
        return "\(there.clock):\(seconds) \(there.date)"
    }

    /// A whole number, its thousands apart.
    func count(_ number: some BinaryInteger) -> String {
        var digits = "\(number.magnitude)"
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (number < 0 ? "−" : "") + ([digits] + groups).joined(separator: group)
    }

    /// How many times faster than captured: `×20`.
    func pace(_ speed: Double) -> String {
        // A pace is at most a thousand; tenths are enough for the eye, and a clamp for a record that was tampered with.
        let tenths = Int64(max(0, min(speed.isFinite ? speed : 0, 1e6)) * 10)
        return tenths % 10 == 0 ? "×\(tenths / 10)" : "×\(tenths / 10)\(mark)\(tenths % 10)"
    }

    /// Viet Nam is seven hours ahead of universal time all year round.
    private static let offset: Int64 = 7 * 3600 * 1_000_000_000

    private static func padded(_ number: some BinaryInteger) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
