/// The counters at a point in capture time.
public struct StatisticsRecord: Equatable, Sendable {
    /// Capture time: that of the last frame inspected.
    public var timestamp: Timestamp
    /// Capture time since the first frame, in nanoseconds.
    public var elapsed: Int64
    /// The counters.
    public var statistics: SensorStatistics
    /// What a live run counts around them; nil for a savefile.
    public var live: LiveStatistics?
    /// What became of detections; nil where nobody judges them.
    public var alerts: AlertStatistics?

    /// A record from its parts.
    public init(
        timestamp: Timestamp, elapsed: Int64, statistics: SensorStatistics, live: LiveStatistics? = nil
    ) {
        self.timestamp = timestamp
        self.elapsed = elapsed
        self.statistics = statistics
        self.live = live
    }
}
