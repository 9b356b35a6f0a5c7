/// A set of anomalies in one word, so that a packet can carry what its decoding saw without allocating.
public struct AnomalySet: Equatable, Sendable {
    /// One bit for each anomaly, by raw value.
    public private(set) var bits: UInt64 = 0

    /// The empty set.
    @inlinable
    public init() {}

    /// True when nothing is in it.
    @inlinable
    public var isEmpty: Bool { bits == 0 }

    /// True when `anomaly` is in it.
    @inlinable
    public func contains(_ anomaly: Anomaly) -> Bool {
        bits >> UInt64(anomaly.rawValue) & 1 == 1
    }

    /// Adds `anomaly`; true when it was not in it before.
    @discardableResult
    public mutating func insert(_ anomaly: Anomaly) -> Bool {
        let before = bits
        bits |= 1 << UInt64(anomaly.rawValue)
        return bits != before
    }

    /// Adds all of `other`.
    public mutating func formUnion(_ other: AnomalySet) {
        bits |= other.bits
    }

    /// Calls `body` for each member, in the order of `Anomaly.allCases`.
    public func forEach(_ body: (Anomaly) -> Void) {
        var rest = bits
        while rest != 0 {
            if let anomaly = Anomaly(rawValue: UInt8(rest.trailingZeroBitCount)) { body(anomaly) }
            rest &= rest - 1
        }
    }
}
