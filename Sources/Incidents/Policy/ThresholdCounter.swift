import NetTypes

/// The times of detections that thresholds count, bounded in number.
///
/// What it says hangs little on the order in which detections come: as soon as the last of `count` detections within the
/// time is there, whichever it is, that one is said to have reached the threshold.
struct ThresholdCounter: Sendable {
    /// What is counted together for one threshold.
    struct Key: Hashable, Sendable {
        let threshold: String
        let subject: Subject
    }

    /// Whose detections they are.
    enum Subject: Hashable, Sendable {
        case address(IPAddress)
        case rule(UInt32)
        case flow(FlowID)
    }

    /// What it says of a detection.
    enum Answer {
        /// Too few so far.
        case below
        /// There are enough.
        case reached
        /// There was no room to count it.
        case full
    }

    private var times: [Key: Times] = [:]
    private let limit: Int
    private var newest = Timestamp(nanoseconds: .min)
    private var lastSweep = Timestamp(nanoseconds: .min)

    private struct Times: Sendable {
        /// In order, the newest last.
        var sorted: [Timestamp] = []
        var window: Int64 = 0
    }

    /// Capture time between two looks for what can be forgotten, so that a table which stays full costs no look each.
    private static let sweepInterval: Int64 = 1_000_000_000

    /// A counter of at most so many keys.
    init(limit: Int) {
        self.limit = limit
    }

    /// Counts a detection at a point in time and says how many there are with it.
    mutating func count(_ key: Key, at time: Timestamp, _ threshold: Threshold) -> Answer {
        newest = max(newest, time)
        let window = Int64(threshold.seconds) * 1_000_000_000
        if times[key] == nil, times.count >= limit {
            sweep()
            if times.count >= limit { return .full }
        }
        var all = times[key] ?? Times()
        all.window = window
        let place = all.sorted.firstIndex { $0 > time } ?? all.sorted.count
        all.sorted.insert(time, at: place)
        let isReached = Self.isReached(all.sorted, around: place, threshold.count, window)
        // Older ones than the last `count` change nothing for a detection that comes in order.
        if all.sorted.count > threshold.count {
            all.sorted.removeFirst(all.sorted.count - threshold.count)
        }
        times[key] = all
        return isReached ? .reached : .below
    }

    /// True when some run of `count` neighbours that the one at `place` is among fits into the window.
    private static func isReached(_ sorted: [Timestamp], around place: Int, _ count: Int, _ window: Int64)
        -> Bool
    {
        guard sorted.count >= count else { return false }
        let first = max(0, place - count + 1)
        let last = min(place, sorted.count - count)
        guard first <= last else { return false }
        return (first...last).contains { start in
            sorted[start + count - 1].nanoseconds(since: sorted[start]) < window
        }
    }

    /// Forgets whose newest detection no later one can be counted with.
    private mutating func sweep() {
        guard newest.nanoseconds(since: lastSweep) >= Self.sweepInterval else { return }
        lastSweep = newest
        times = times.filter { _, all in
            all.sorted.last.map { newest.nanoseconds(since: $0) < all.window } ?? false
        }
    }
}
