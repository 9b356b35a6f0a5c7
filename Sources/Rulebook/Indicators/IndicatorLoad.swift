import NetTypes

/// Lists that were read.
public struct IndicatorLoad: Sendable {
    /// The indicators.
    public let set: IndicatorSet
    /// What became of each list.
    public let files: [IndicatorFileReport]

    /// Indicators that were left out of all lists and should not have had to be.
    public var leftOut: Int { files.reduce(0) { $0 + $1.leftOut } }
}
