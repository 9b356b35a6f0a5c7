import NetTypes

/// Lets a few anomalies of each kind through that belong to no flow, so that traffic cannot flood the log.
///
/// Those of a flow need no sampler: each kind is reported once for each flow.
struct AnomalySampler {
    private var reported = [UInt64](repeating: 0, count: Anomaly.allCases.count)
    private var period: Int64 = .min

    /// Anomalies of one kind that are reported in each minute of capture time.
    static let perMinute: UInt64 = 10

    /// True when an anomaly seen at `time` is to be reported.
    mutating func admits(_ anomaly: Anomaly, at time: Timestamp) -> Bool {
        let minute = time.nanoseconds / 60_000_000_000
        if minute != period {
            period = minute
            for index in reported.indices { reported[index] = 0 }
        }
        reported[Int(anomaly.rawValue)] += 1
        return reported[Int(anomaly.rawValue)] <= Self.perMinute
    }
}
