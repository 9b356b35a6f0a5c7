import NetTypes

/// What the sensor did not see, or saw and did not inspect, in the time of an incident.
public struct LossStatistics: Equatable, Sendable {
    /// What the numbers were taken from: the path of an event log, the name of a savefile.
    public var source: String
    /// The begin of the time that they are about.
    public var from: Timestamp
    /// Its end.
    public var to: Timestamp
    /// True when nothing was lost, dropped, cut or left out.
    public var isComplete: Bool
    /// The counters, in the order in which they are written.
    public var counters: [Counter]

    /// Statistics from their parts.
    public init(
        source: String, from: Timestamp, to: Timestamp, isComplete: Bool, counters: [Counter]
    ) {
        self.source = source
        self.from = from
        self.to = to
        self.isComplete = isComplete
        self.counters = counters
    }

    /// One number.
    public struct Counter: Equatable, Sendable {
        /// Its name in `stats` events, with dots: `capture.kernel_drops`.
        public var name: String
        /// How many, in the time from `from` to `to`.
        public var value: UInt64

        /// A number from its parts.
        public init(_ name: String, _ value: UInt64) {
            self.name = name
            self.value = value
        }
    }
}
