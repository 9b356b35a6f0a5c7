/// What became of something that was to stay silent.
public struct SilenceScore: Equatable, Sendable {
    /// What was to be silent.
    public var silence: Silence
    /// Whether it was; nil while the drill is not over.
    public var isKept: Bool?
    /// The first detection that broke it.
    public var breach: LoggedDetection?
    /// Points, in hundredths.
    public var points: Int
}
