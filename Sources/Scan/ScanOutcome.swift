/// What came of one scan.
public struct ScanOutcome: Equatable, Sendable {
    /// Whether the bytes were looked at to their end.
    public var verdict: Verdict
    /// The rules that hit, in the order of `RuleSet.rules`. libyara tells them after its last byte, so a scan that
    /// timed out or failed has as a rule none.
    public var hits: [Hit]
    /// Strings that matched a million times, and whose further matches were not looked at.
    public var tooManyMatches: Int

    /// An outcome from its parts.
    public init(verdict: Verdict, hits: [Hit], tooManyMatches: Int = 0) {
        self.verdict = verdict
        self.hits = hits
        self.tooManyMatches = tooManyMatches
    }

    /// How a scan ended.
    public enum Verdict: Equatable, Sendable {
        /// All bytes were looked at and all conditions decided.
        case finished
        /// The time of the configuration ran out; nothing may be said of these bytes.
        case timedOut
        /// libyara gave up with this error number; nothing may be said of these bytes.
        case failed(code: Int32)
    }
}
