import NetTypes
import Synchronization

/// How far a run is: a line that changes on a terminal, and one line a minute elsewhere. What is left is estimated from the
/// bytes that were read so far, and only once these say something.
final class ScanProgress: Sendable {
    private struct State {
        /// Bytes of files that are done, and of those that are read.
        var done: UInt64 = 0
        var reading: [String: UInt64] = [:]
        var files = 0
        var name = ""
        var shown: ContinuousClock.Instant
    }

    private let all: (files: Int, bytes: UInt64)
    private let begun = ContinuousClock.now
    private let state: Mutex<State>

    /// Between two looks of a terminal, and between two lines of a log.
    private static let glance = Duration.milliseconds(100)
    private static let line = Duration.seconds(60)
    /// How long it takes, and what part has to be read, until an estimate is worth something.
    private static let patience = Duration.seconds(5)
    private static let least = 0.01

    /// A run over some units that begins now.
    init(_ units: [ScanUnit]) {
        all = units.reduce((0, 0)) { ($0.0 + $1.files.count, $0.1 + $1.size) }
        state = Mutex(State(shown: begun))
    }

    /// So many bytes of a file were read. From any thread.
    func update(_ file: ScanUnit.File, bytesRead: UInt64) {
        state.withLock {
            $0.reading[file.path] = bytesRead
            $0.name = file.path
        }
    }

    /// A file is done. From any thread.
    func finish(_ file: ScanUnit.File) {
        state.withLock {
            $0.reading[file.path] = nil
            $0.done += file.size
            $0.files += 1
        }
    }

    /// Shows how far it is, when it is time to. From the thread that owns the messages.
    func show(_ messages: Messages) {
        let now = ContinuousClock.now
        let state: State? = state.withLock { state in
            guard now - state.shown >= (messages.showsProgress ? Self.glance : Self.line) else { return nil }
            state.shown = now
            return state
        }
        guard let state else { return }
        let bytes = min(all.bytes, state.reading.values.reduce(state.done, +))
        let share = all.bytes > 0 ? Double(bytes) / Double(all.bytes) : 0
        let text = NightText.progress(
            files: state.files, allFiles: all.files, bytes: bytes, allBytes: all.bytes,
            left: left(share, now - begun))
        guard messages.showsProgress else { return messages.note(text) }
        let bar = ProgressBar.bar(Int(share * 100))
        messages.progress(
            DisplayWidth.fitted("\(bar) \(text)  \(Escaping.shown(state.name))", to: messages.columns - 1))
    }

    /// How long it still takes; nil where nobody can say.
    private func left(_ share: Double, _ time: Duration) -> Duration? {
        guard time >= Self.patience, share >= Self.least, share <= 1 else { return nil }
        return time * ((1 - share) / share)
    }
}
