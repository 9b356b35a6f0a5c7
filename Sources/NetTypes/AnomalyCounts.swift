/// How often each anomaly was seen.
public struct AnomalyCounts: Equatable, Sendable {
    private var counts = [UInt64](repeating: 0, count: Anomaly.allCases.count)

    /// All counts at zero.
    public init() {}

    /// How often `anomaly` was seen.
    public subscript(anomaly: Anomaly) -> UInt64 {
        get { counts[Int(anomaly.rawValue)] }
        set { counts[Int(anomaly.rawValue)] = newValue }
    }

    /// Counts one more.
    public mutating func count(_ anomaly: Anomaly) {
        counts[Int(anomaly.rawValue)] += 1
    }

    /// Counts each member of a set once.
    public mutating func count(_ set: AnomalySet) {
        if set.isEmpty { return }
        set.forEach { counts[Int($0.rawValue)] += 1 }
    }

    /// Adds what somebody else counted.
    public mutating func add(_ other: AnomalyCounts) {
        for index in counts.indices { counts[index] += other.counts[index] }
    }

    /// All of them together.
    public var total: UInt64 {
        counts.reduce(0, +)
    }
}
