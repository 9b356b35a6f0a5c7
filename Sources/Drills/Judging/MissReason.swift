/// Why the engine did not detect what was expected, as far as its own log tells.
public enum MissReason: Equatable, Sendable {
    /// The rule was not among those that the run had.
    case ruleAbsent(String)
    /// It was detected, and an entry of the list of suppressions kept it from being an alert.
    case suppressed(String)
    /// No flow between these ends was seen.
    case noTraffic
    /// The flow was encrypted, so that its content could not be seen.
    case encrypted(protocol: String)
    /// Bytes of the flow are missing from the traffic.
    case packetsLost(bytes: Int64)
    /// Objects in the flow were not scanned whole.
    case objectTruncated(count: Int)
    /// It was found where it was to be, but not in the object that it was to be found in.
    case otherObject
    /// Its time was over, or it came before the inject.
    case otherTime
    /// The traffic was there, whole and in the clear, and the rule does not match it.
    case notMatched

    /// Its word for machines.
    public var word: String {
        switch self {
        case .ruleAbsent: "rule_absent"
        case .suppressed: "suppressed"
        case .noTraffic: "no_traffic"
        case .encrypted: "encrypted"
        case .packetsLost: "packets_lost"
        case .objectTruncated: "object_truncated"
        case .otherObject: "other_object"
        case .otherTime: "other_time"
        case .notMatched: "not_matched"
        }
    }
}
