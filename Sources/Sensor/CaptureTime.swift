import NetTypes

/// Capture time as the frames of one source tell it, for whoever hands frames to several inspectors: each is told the
/// time at the very frames at which one inspector alone would look at it. It never goes back.
struct CaptureTime {
    /// Nanoseconds of capture time between two looks at timeouts.
    static let interval: Int64 = 1_000_000_000
    /// Nanoseconds that frames of an interface may be out of order; more than that, and the clock was set back.
    static let patience: Int64 = 2_000_000_000

    /// The newest time seen; nil before the first frame.
    private(set) var now: Timestamp?
    /// Frames that were older than one before them.
    private(set) var regressions: UInt64 = 0
    private let followsClock: Bool
    /// Nanoseconds by which the clock was set back, in all: timeouts go on as if it had not been.
    private var skew: Int64 = 0
    private var nextSweep = Timestamp.zero

    /// No time yet. `followsClock` for an interface, whose times come from a clock that people may set; a savefile says
    /// what it says.
    init(followsClock: Bool) { self.followsClock = followsClock }

    /// True when there was a frame, and a clock that says `time` has gone on since.
    func isBefore(_ time: Timestamp) -> Bool {
        now.map { $0 < time.advanced(by: skew) } ?? false
    }

    /// Takes the time of the next frame; true when timeouts are to be looked at before it is inspected.
    mutating func advance(to time: Timestamp) -> Bool {
        guard let newest = now else {
            now = time
            nextSweep = time.advanced(by: Self.interval)
            return true
        }
        if time >= newest { skew = 0 }
        var current = time.advanced(by: skew)
        if followsClock, newest.nanoseconds(since: current) > Self.patience {
            skew += newest.nanoseconds(since: current)
            current = newest
        }
        if current < newest || time < newest { regressions += 1 }
        if current > newest { now = current }
        guard current >= nextSweep else { return false }
        nextSweep = current.advanced(by: Self.interval)
        return true
    }
}
