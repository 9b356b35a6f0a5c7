/// What came of one scan.
public struct ScanOutcome: Equatable, Sendable {
    /// Whether the bytes were looked at to their end.
    public var verdict: Verdict
    /// The rules that hit, in the order of `RuleSet.rules`. libyara tells them after its last byte, so a scan
    /// that timed out has none, and one that failed has those that hit without the rules that failed.
    public var hits: [Hit]
    /// Strings that matched a million times, and whose further matches were not looked at.
    public var tooManyMatches: Int
    /// Rules of which a string failed on these bytes, as indices into `RuleSet.rules`: whether they match is
    /// not known. The others were looked at all the same, except where the verdict is a failure and this is
    /// empty.
    public var failedRules: [Int]

    /// An outcome from its parts.
    public init(verdict: Verdict, hits: [Hit], tooManyMatches: Int = 0, failedRules: [Int] = []) {
        self.failedRules = failedRules
        self.verdict = verdict
        self.hits = hits
        self.tooManyMatches = tooManyMatches
    }

    /// Takes in how the scan of one more shard ended: what is worst is said of all.
    mutating func add(_ shard: Verdict) {
        switch (verdict, shard) {
        case (.timedOut, _), (_, .finished): break
        case (_, .timedOut), (.finished, .failed): verdict = shard
        case (.failed, .failed): break
        }
    }

    /// How a scan ended.
    public enum Verdict: Equatable, Sendable {
        /// All bytes were looked at and all conditions decided.
        case finished
        /// The time of the configuration ran out; nothing may be said of these bytes.
        case timedOut
        /// libyara gave up with this error number, on some rules or all; the bytes may not be called clean.
        case failed(code: Int32)
    }
}
