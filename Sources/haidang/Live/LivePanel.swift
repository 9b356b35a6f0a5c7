/// Draws the panel in place on a terminal, at most four times a second.
///
/// Each drawing starts at the top left corner and covers the whole screen, so whatever else was written there, or
/// typed, is gone with the next one. What was on the screen before the first one is scrolled up, not erased. A
/// terminal that is held (Ctrl-S, a slow line) holds whoever draws: that must not be a thread that inspects.
final class LivePanel {
    private let descriptor: Descriptor
    private let palette: Palette
    private let language: Language
    private var size: (columns: Int, rows: Int)?
    private var drawn: ContinuousClock.Instant?

    /// The shortest time between two drawings.
    static let interval = Duration.milliseconds(250)

    /// A panel on a descriptor that is a terminal.
    init(on descriptor: Descriptor = .error, palette: Palette, language: Language = .current) {
        self.descriptor = descriptor
        self.palette = palette
        self.language = language
    }

    /// Draws, unless the last drawing was just now; `always` draws all the same.
    func show(_ state: LiveState, always: Bool = false) {
        let now = ContinuousClock.now
        if !always, let drawn, now - drawn < Self.interval { return }
        drawn = now
        // The size is asked anew each time, which is all that a change of it needs.
        let window = descriptor.window.flatMap { $0.columns > 0 && $0.rows > 0 ? $0 : nil }
        let current = window ?? (columns: descriptor.columns ?? 80, rows: 24)
        var text = ""
        if size == nil {
            // The cursor is hidden, and what is on the screen makes room.
            text = "\u{1b}[?25l" + String(repeating: "\n", count: current.rows)
        }
        if size.map({ $0 != current }) ?? true { text += "\u{1b}[2J" }
        size = current
        let lines = LiveView.lines(
            state, width: current.columns, height: current.rows, language: language, palette: palette)
        // The rest of each line is erased before it is written: after a text that ends in the last column, that
        // would erase its end.
        text += "\u{1b}[H" + lines.map { "\u{1b}[K" + $0 }.joined(separator: "\r\n")
        if lines.count < current.rows { text += "\r\n\u{1b}[J" }
        write(text)
    }

    /// Draws a last time, leaves the panel where it is and gives the terminal back, the cursor below it.
    func finish(_ state: LiveState) {
        show(state, always: true)
        write("\r\n\u{1b}[?25h")
        size = nil
    }

    private func write(_ text: String) {
        _ = descriptor.write(Array(text.utf8))
    }
}
