/// How far a run is, as one line on the terminal, at most ten times a second.
struct ProgressBar {
    private let messages: Messages
    private let files: Int
    private var shown: ContinuousClock.Instant?

    /// A bar for a number of files.
    init(_ messages: Messages, files: Int) {
        self.messages = messages
        self.files = files
    }

    /// Shows how far file number `index` (from 0) has come. `size` is nil for standard input.
    mutating func update(index: Int, name: String, frames: UInt64, bytesRead: UInt64, size: UInt64?) {
        guard messages.showsProgress else { return }
        let now = ContinuousClock.now
        if let shown, now - shown < .milliseconds(100) { return }
        shown = now
        let place = "\(index + 1)/\(files)"
        let line: String
        if let size, size > 0 {
            // In units of the file's own size, so that no product can overflow.
            let share = min(100, Int(Double(bytesRead) / Double(size) * 100))
            line = "\(Self.bar(share)) \(share) %  \(place)  \(Escaping.shown(name))"
        } else {
            line = "\(place)  \(Escaping.shown(name))  \(SummaryText.framesSoFar(frames))"
        }
        messages.progress(DisplayWidth.fitted(line, to: messages.columns - 1))
    }

    /// The bar itself, for a share in hundredths, from 0 to 100.
    static func bar(_ share: Int) -> String {
        let filled = min(max(share, 0), 100) / 5
        return String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
    }

    /// Takes the bar away.
    func clear() {
        messages.clearProgress()
    }
}
