/// What may leave the sensor of the bytes that a rule matched in the traffic of a unit. The more severe is greater.
public enum PayloadPolicy: String, CaseIterable, Comparable, Sendable {
    /// The bytes, as evidence.
    case keep
    /// Their SHA-256 in place of them: enough to tell whether two matches are the same.
    case hash
    /// Neither: only where the match lay and how long it was.
    case none

    /// In the order of the cases.
    public static func < (left: PayloadPolicy, right: PayloadPolicy) -> Bool {
        left.severity < right.severity
    }

    private var severity: Int {
        switch self {
        case .keep: 0
        case .hash: 1
        case .none: 2
        }
    }
}
