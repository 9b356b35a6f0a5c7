/// How a drill went. The same files give the same score, whoever works it out.
public struct DrillScore: Equatable, Sendable {
    /// Each inject, by the time at which it was done.
    public var injects: [InjectScore]
    /// Each silence.
    public var silences: [SilenceScore]
    /// Detections that nothing expects, one for each rule, flow and direction, by time.
    public var unexpected: [LoggedDetection]
    /// Detections that were not looked at, being too many.
    public var unjudged: UInt64
    /// Points that unexpected detections cost, in hundredths.
    public var penalty: Int
    /// Points that there are, in hundredths.
    public var maximum: Int
    /// True where all of the drill was played.
    public var isWhole: Bool

    /// Points in all, in hundredths; never below 0.
    public var points: Int {
        let earned = injects.reduce(0) { $0 + $1.points } + silences.reduce(0) { $0 + $1.points }
        return max(0, earned - penalty)
    }

    /// True where the engine found all that was expected in time, and nothing else.
    public var isClean: Bool {
        isWhole && unexpected.isEmpty && unjudged == 0 && injects.allSatisfy { $0.verdict == .found }
            && silences.allSatisfy { $0.isKept == true }
    }
}
