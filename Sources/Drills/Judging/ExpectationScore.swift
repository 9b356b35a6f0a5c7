import NetTypes

/// What became of one expected detection.
public struct ExpectationScore: Equatable, Sendable {
    /// What was expected.
    public var pattern: DetectionPattern
    /// How it was detected.
    public var verdict: InjectVerdict
    /// The detection that counts, also where it is not quite it; nil without one.
    public var detection: LoggedDetection?
    /// Why it was not detected as expected; nil where it was, or nobody can say.
    public var reason: MissReason?
}
