import NetTypes

/// What a judge has to know of a run beside what was found in it.
public struct RunFacts: Sendable {
    /// When what was played.
    public var clock: RunClock
    /// The capture time at which the drill began; nil where detections come from a live sensor, by the clock on the wall.
    public var start: Timestamp?
    /// Nanoseconds of the drill that have been played.
    public var played: Int64
    /// True once nothing more is played.
    public var isOver: Bool
    /// The rules that the run had, by namespace and name, each with its category; nil where that is not known.
    public var rules: [String: RuleCategory?]?

    /// Facts from their parts.
    public init(
        clock: RunClock, start: Timestamp?, played: Int64, isOver: Bool, rules: [String: RuleCategory?]?
    ) {
        self.clock = clock
        self.start = start
        self.played = played
        self.isOver = isOver
        self.rules = rules
    }

    /// Nanoseconds of the drill at which something was detected.
    func offset(of time: Timestamp) -> Int64 {
        if let start { return time.nanoseconds(since: start) }
        return clock.played(at: time) ?? 0
    }

    /// When it was detected by the clock on the wall; nil where that is not known.
    func wall(of time: Timestamp) -> Timestamp? {
        if let start { return clock.wall(at: time.nanoseconds(since: start)) }
        return time
    }
}
