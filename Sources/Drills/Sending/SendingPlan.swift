import NetTypes

/// When each frame of a capture is sent, in nanoseconds after the first.
///
/// Every time is counted from the first frame and not from the one before, so that nothing adds up. A frame whose time
/// is before that of one ahead of it is sent at once: up to a second that is a capture whose frames changed places.
/// Where time goes back further, as when a clock was set, it goes on from there.
struct SendingPlan {
    /// A step back that is longer than this is a clock that was set: one second.
    static let longestDisorder: Int64 = 1_000_000_000

    private let speed: Double
    /// The capture time that `base` belongs to, and the latest one.
    private var origin: Timestamp?
    private var latest = Timestamp.zero
    /// Captured nanoseconds from the first frame to `origin`.
    private var base: Int64 = 0

    /// A plan for a speed in times of the captured one; 0 or less is as fast as possible.
    init(speed: Double) {
        self.speed = speed
    }

    /// When a frame that was captured at `time` is due; never earlier than the one before.
    mutating func due(_ time: Timestamp) -> Int64 {
        guard let origin else {
            origin = time
            latest = time
            return 0
        }
        if latest.nanoseconds(since: time) > Self.longestDisorder {
            base = Self.sum(base, latest.nanoseconds(since: origin))
            self.origin = time
            latest = time
        }
        latest = max(latest, time)
        guard speed > 0 else { return 0 }
        let captured = Self.sum(base, latest.nanoseconds(since: self.origin ?? origin))
        // Exact to the nanosecond for a hundred days of capture time.
        let due = speed == 1 ? Double(captured) : (Double(captured) / speed).rounded()
        return due < Double(Int64.max / 2) ? Int64(due) : .max / 2
    }

    private static func sum(_ left: Int64, _ right: Int64) -> Int64 {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? .max : sum
    }
}
