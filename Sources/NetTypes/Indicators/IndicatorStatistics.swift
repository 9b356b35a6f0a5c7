/// What became of values that were looked up in lists of indicators.
public struct IndicatorStatistics: Equatable, Sendable {
    /// Values looked up: ends of flows, names, requests, fingerprints, digests.
    public var checked: UInt64 = 0
    /// Sightings reported.
    public var detections: UInt64 = 0
    /// Sightings of an indicator that its flow had reported before.
    public var repeats: UInt64 = 0
    /// Sightings left out because their flow had reported as many different indicators as are kept of one.
    public var limited: UInt64 = 0

    /// All zero.
    public init() {}
}
