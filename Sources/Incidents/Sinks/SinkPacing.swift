/// How often a sink looks and tries again.
public struct SinkPacing: Equatable, Sendable {
    /// Seconds between two looks for events while nobody wakes it.
    public var poll = 0.5
    /// Seconds before the first new try after a failure.
    public var firstRetry = 1.0
    /// Seconds between two tries at most.
    public var longestRetry = 300.0
    /// Seconds that the connection to a receiver of syslog has to stay after a batch.
    public var settling = 0.1
    /// Events that are taken at a time.
    public var batch = 256

    /// The pace for the field: twice a second, tries after 1 second to 5 minutes.
    public init() {}

    /// Seconds to wait after a number of failures in a row, from 1: twice as long each time, less up to a half by
    /// chance (0 to 1), so that many sensors do not come back at one moment. What the receiver asks for is heard within
    /// the same bounds.
    func delay(failures: Int, chance: Double, asked: Int?) -> Double {
        if let asked { return min(max(Double(asked), firstRetry), longestRetry) }
        let doubled = firstRetry * Double(1 << min(max(failures, 1) - 1, 20))
        return max(firstRetry * 0.5, min(doubled, longestRetry) * (1 - chance / 2))
    }
}
