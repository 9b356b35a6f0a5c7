extension SensorStatistics {
    /// Everything that was reported as found: hits of rules and sightings of indicators.
    public var detections: UInt64 { scan.detections + indicators.detections }
}
