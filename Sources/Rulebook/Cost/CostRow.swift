import Scan

/// What one rule, with those that it names, costs on a corpus.
public struct CostRow: Equatable, Sendable {
    /// The rules that were measured together; the first is shown.
    public let rules: [Rule]
    /// How the set comes to look at it.
    public let plan: RulePlan
    /// Processor seconds for all units, as the engine runs it: literals first.
    public let seconds: Double
    /// Processor seconds for all units when libyara has to look at every byte.
    public let secondsAlone: Double
    /// Times `secondsAlone` of a rule with one plain string on the same units.
    public let weight: Double
    /// Units in which it had to be looked at.
    public let candidates: Int
    /// Bytes of these.
    public let candidateBytes: Int
    /// Units in which it hit.
    public let hits: Int
    /// True when a scan ran out of time or failed.
    public let hasFailed: Bool

    /// Whether it costs more than it may: `budget` times a plain string, or more time than a scan has.
    public func exceeds(_ budget: Double) -> Bool {
        hasFailed || weight > budget
    }
}
