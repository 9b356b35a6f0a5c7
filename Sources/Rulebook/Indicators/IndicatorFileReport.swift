/// What became of one list.
public struct IndicatorFileReport: Equatable, Sendable {
    /// The file.
    public var path: String
    /// The list's name.
    public var list: String
    /// How it was read.
    public var format: IndicatorFormat
    /// Indicators that were taken.
    public var taken = 0
    /// Lines or entries that are none.
    public var junk = 0
    /// Indicators of a type that the sensor does not see.
    public var unsupported = 0
    /// Those that the list itself keeps out of detection: not for an IDS, deleted, revoked.
    public var withheld = 0
    /// The first of those that were left out, each with its reason.
    public var problems: [IndicatorProblem] = []

    /// A report of nothing so far.
    public init(path: String, list: String, format: IndicatorFormat) {
        self.path = path
        self.list = list
        self.format = format
    }

    /// Those that were left out and should not have had to be.
    public var leftOut: Int { junk + unsupported }
}
