/// Colours, or none: only on a terminal, and not against the wish of the person (`--no-color`, `NO_COLOR`).
struct Palette: Sendable {
    /// True when colours are written.
    let enabled: Bool

    /// What a colour means here.
    enum Tone: String, Sendable {
        /// Found, failed.
        case alarm = "31"
        /// Not inspected, left out.
        case caution = "33"
        /// In order.
        case calm = "32"
        /// Headings.
        case strong = "1"
        /// Detail.
        case faint = "2"
    }

    /// `text` in a tone.
    func paint(_ text: String, _ tone: Tone?) -> String {
        guard enabled, let tone, !text.isEmpty else { return text }
        return "\u{1b}[\(tone.rawValue)m\(text)\u{1b}[0m"
    }
}
