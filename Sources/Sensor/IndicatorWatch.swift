import Flow
import NetTypes

/// The lists of indicators at work, and which of them each flow has reported.
struct IndicatorWatch {
    /// The indicators; nil when there are none.
    var set: IndicatorSet?
    /// The account.
    var statistics = IndicatorStatistics()
    /// What flows have reported, in an array parallel to the flow table; as long as the highest flow that reported.
    private var reported: [[UInt64]] = []

    /// Different indicators that one flow reports at most: whoever is on a list could otherwise fill the log with names.
    static let mostOfFlow = 256

    init(_ set: IndicatorSet?) { self.set = set }

    /// A flow has begun or ended: what its place in the table had reported is forgotten.
    mutating func clear(_ flow: FlowIndex) {
        guard flow.rawValue < reported.count, !reported[flow.rawValue].isEmpty else { return }
        reported[flow.rawValue] = []
    }

    /// Counts a sighting; true when it is to be reported, which each indicator is once for each flow.
    mutating func admits(_ entry: Int, _ flow: FlowIndex) -> Bool {
        guard let set else { return false }
        let fingerprint = set.fingerprint(entry)
        while reported.count <= flow.rawValue { reported.append([]) }
        if reported[flow.rawValue].contains(fingerprint) {
            statistics.repeats += 1
            return false
        }
        guard reported[flow.rawValue].count < Self.mostOfFlow else {
            statistics.limited += 1
            return false
        }
        reported[flow.rawValue].append(fingerprint)
        return true
    }
}
