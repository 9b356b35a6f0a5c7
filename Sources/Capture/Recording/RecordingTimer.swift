import NetTypes

/// What a recording does by capture time: when a file is due to end, when bytes are due to be written, and when to try
/// again.
///
/// Frames of several interfaces are not quite in order, so time does not go back by a little. A clock that was set back
/// moves every mark with it, so that nothing waits until the old time has come again.
struct RecordingTimer {
    /// Nanoseconds that frames may be out of order.
    private static let tolerance: Int64 = 2_000_000_000
    /// Nanoseconds after which what is in memory is written.
    private static let flushInterval: Int64 = 1_000_000_000

    private(set) var now: Timestamp?
    private var fileStart = Timestamp.zero
    private var flushStart = Timestamp.zero
    private var failure = Timestamp.zero

    /// Moves time on.
    mutating func advance(to time: Timestamp) {
        guard let now else { return self.now = time }
        let step = time.nanoseconds(since: now)
        if step > 0 { return self.now = time }
        guard step < -Self.tolerance else { return }
        self.now = time
        fileStart = fileStart.advanced(by: step)
        flushStart = flushStart.advanced(by: step)
        failure = failure.advanced(by: step)
    }

    /// A file begins.
    mutating func beginFile() {
        fileStart = now ?? .zero
    }

    /// The first frame of a block is in memory.
    mutating func beginBlock() {
        flushStart = now ?? .zero
    }

    /// Writing has failed.
    mutating func fail() {
        failure = now ?? .zero
    }

    /// Whether a file has had its seconds.
    func isFileOver(after seconds: Int) -> Bool {
        hasPassed(Int64(seconds) * 1_000_000_000, since: fileStart)
    }

    /// Whether a block has been in memory for long enough.
    var isFlushDue: Bool { hasPassed(Self.flushInterval, since: flushStart) }

    /// Whether to try again after a failure.
    func isRetryDue(after seconds: Int) -> Bool {
        hasPassed(Int64(seconds) * 1_000_000_000, since: failure)
    }

    private func hasPassed(_ nanoseconds: Int64, since start: Timestamp) -> Bool {
        (now ?? start).nanoseconds(since: start) >= nanoseconds
    }
}
