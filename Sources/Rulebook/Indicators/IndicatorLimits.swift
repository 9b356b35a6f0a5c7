/// How much is read of lists of indicators. What goes beyond a limit is left out, counted and named.
public struct IndicatorLimits: Equatable, Sendable {
    /// Bytes of a file of lines. 1 GiB.
    public var fileBytes = 1 << 30
    /// Bytes of a file in JSON, which takes many times as much memory while it is read. 128 MiB.
    public var jsonBytes = 128 << 20
    /// Bytes of a line, and of a record of CSV. 16 KiB.
    public var lineBytes = 16 << 10
    /// Indicators of all lists. 20,000,000.
    public var entries = 20_000_000
    /// Files of all folders. 10,000.
    public var files = 10_000
    /// Problems that are named of one file; all are counted.
    public var problems = 10
    /// The most that lists inside each other may be nested in JSON. 64; those that people exchange have ten.
    public var depth = 64

    /// The documented limits.
    public init() {}
}
