import NetTypes
import Synchronization

/// Counts how far a run is, on all of its threads, and shows it: a line that changes on a terminal, and one line a minute
/// elsewhere.
final class ScanProgress: Sendable {
    /// The reading of one file. It may be read a second time for another unit, perhaps at the same time.
    private struct Reading: Hashable {
        var path: String
        var isAgain: Bool
    }

    private struct State {
        /// Bytes that need not be read any more, and those that were read, of readings that are over.
        var done: UInt64 = 0
        var bytesRead: UInt64 = 0
        /// What was read so far by those that go on, with the most that the plan knew of.
        var reading: [Reading: (bytes: UInt64, size: UInt64)] = [:]
        var files = 0
        var name = ""
        var shown: ContinuousClock.Instant
    }

    private let all: (files: Int, bytes: UInt64)
    private let until: Timestamp?
    private let begun = ContinuousClock.now
    private let line: Duration
    private let state: Mutex<State>

    /// Between two looks of a terminal.
    private static let glance = Duration.milliseconds(100)

    /// A run over some units that begins now, and ends at `until` by the clock, done or not; `line` is the time between two
    /// lines of a log.
    init(_ units: [ScanUnit], until: Timestamp? = nil, line: Duration = .seconds(60)) {
        all = units.reduce((0, 0)) { ($0.0 + $1.files.count, $0.1 + $1.size + ($1.leadIn?.size ?? 0)) }
        self.until = until
        self.line = line
        state = Mutex(State(shown: begun))
    }

    /// So many bytes of a file were read; `isAgain` where it is read for the flows at its end only. From any thread.
    func update(_ file: ScanUnit.File, bytesRead: UInt64, isAgain: Bool = false) {
        state.withLock {
            $0.reading[Reading(path: file.path, isAgain: isAgain)] = (bytesRead, file.size)
            $0.name = file.path
        }
    }

    /// A file is done, with as much of it read as was told before. From any thread.
    func finish(_ file: ScanUnit.File, isAgain: Bool = false) {
        state.withLock {
            let reading = Reading(path: file.path, isAgain: isAgain)
            $0.bytesRead += $0.reading.removeValue(forKey: reading)?.bytes ?? 0
            $0.done += file.size
            if !isAgain { $0.files += 1 }
        }
    }

    /// How far it is now.
    var forecast: ScanForecast { state.withLock { forecast($0, .now) } }

    private func forecast(_ state: State, _ now: ContinuousClock.Instant) -> ScanForecast {
        let reading = state.reading.values
        return ScanForecast(
            files: state.files, allFiles: all.files,
            bytes: min(all.bytes, reading.reduce(state.done) { $0 + min($1.bytes, $1.size) }),
            allBytes: all.bytes, bytesRead: reading.reduce(state.bytesRead) { $0 + $1.bytes },
            time: now - begun, room: until.map { .nanoseconds(max(0, $0.nanoseconds(since: .now))) })
    }

    /// Shows how far it is, when it is time to. From the thread that owns the messages.
    func show(_ messages: Messages) {
        let now = ContinuousClock.now
        let shown: (ScanForecast, String)? = state.withLock { state in
            guard now - state.shown >= (messages.showsProgress ? Self.glance : line) else { return nil }
            state.shown = now
            return (forecast(state, now), state.name)
        }
        guard let (forecast, name) = shown else { return }
        let text = NightText.progress(forecast)
        guard messages.showsProgress else { return messages.note(text) }
        // Where there is no room for both, words say more.
        let (bar, room) = (ProgressBar.bar(Int(forecast.share * 100)) + " ", messages.columns - 1)
        let drawn = DisplayWidth.columns(bar + "\(text)") <= room ? bar : ""
        messages.progress(
            DisplayWidth.fitted("\(drawn)\(text)  \(Escaping.shown(name))", to: room))
    }
}
