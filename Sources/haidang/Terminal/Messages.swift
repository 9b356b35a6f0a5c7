/// Standard error: errors, warnings and progress.
final class Messages {
    private let descriptor: Descriptor
    private let quiet: Bool
    /// Colours of standard error.
    let palette: Palette
    private var hasProgress = false

    /// Messages to people; `quiet` leaves errors only. They go to standard error, unless a test wants to see them.
    init(quiet: Bool, palette: Palette, to descriptor: Descriptor = .error) {
        self.descriptor = descriptor
        self.quiet = quiet
        self.palette = palette
    }

    /// True when a progress bar is wanted and somebody can see it.
    var showsProgress: Bool { !quiet && descriptor.isTerminal }

    /// Columns of the terminal, 80 when it does not say.
    var columns: Int { descriptor.columns ?? 80 }

    /// Something failed.
    func error(_ text: some CustomStringConvertible) {
        say("haidang: " + palette.paint("\(text)", .alarm))
    }

    /// What has to stand above all that follows, quiet or not.
    func banner(_ text: some CustomStringConvertible) {
        say(palette.paint("\(text)", .caution))
    }

    /// Something was left out or is not as it should be, and the run goes on.
    func warning(_ text: some CustomStringConvertible) {
        if !quiet { say("haidang: " + palette.paint("\(text)", .caution)) }
    }

    /// Something a person may want to know.
    func note(_ text: some CustomStringConvertible) {
        if !quiet { say("\(text)") }
    }

    /// Shows how far a drill has got, on a terminal.
    func showPlayed(_ played: Int64, _ length: Int64, isPaused: Bool) {
        guard showsProgress else { return }
        let (done, all) = (Duration.nanoseconds(min(played, length)), Duration.nanoseconds(length))
        progress("\(DrillText.played(done, of: all, isPaused: isPaused))")
    }

    /// Shows how much of a drill was sent, on a terminal.
    func showSent(_ sent: UInt64, of all: UInt64) {
        if showsProgress { progress("\(SendingText.sentSoFar(sent, of: all))") }
    }

    /// Replaces the progress line.
    func progress(_ line: String) {
        write("\r\u{1b}[K" + line)
        hasProgress = true
    }

    /// Takes the progress line away.
    func clearProgress() {
        if hasProgress { write("\r\u{1b}[K") }
        hasProgress = false
    }

    private func say(_ text: String) {
        clearProgress()
        write(text + "\n")
    }

    private func write(_ text: String) {
        _ = descriptor.write(Array(text.utf8))
    }
}
