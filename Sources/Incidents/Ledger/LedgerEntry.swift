import NetTypes

/// What became of one file on one basis, in one run.
public struct LedgerEntry: Hashable, Sendable {
    /// The run it was scanned in.
    public var run: Int64
    /// The name that it had.
    public var path: LedgerPath
    /// SHA-256 of its bytes; nil for one that could not be read to its end, which has failed.
    public var content: [UInt8]?
    /// Its bytes.
    public var size: UInt64
    /// What it was scanned with.
    public var basis: LedgerBasis
    /// How that went.
    public var verdict: LedgerVerdict
    /// Capture time of the earliest frame; nil without one.
    public var firstFrame: Timestamp?
    /// Capture time of the latest frame; nil without one.
    public var lastFrame: Timestamp?
    /// What was in it.
    public var counts: LedgerCounts
    /// When the scan began, by the clock: for people only.
    public var started: Timestamp
    /// When it ended, by the clock: for people only.
    public var finished: Timestamp

    /// An entry from its parts.
    public init(
        run: Int64, path: LedgerPath, content: [UInt8]?, size: UInt64, basis: LedgerBasis,
        verdict: LedgerVerdict, firstFrame: Timestamp? = nil, lastFrame: Timestamp? = nil,
        counts: LedgerCounts = LedgerCounts(), started: Timestamp, finished: Timestamp
    ) {
        self.run = run
        self.path = path
        self.content = content
        self.size = size
        self.basis = basis
        self.verdict = verdict
        self.firstFrame = firstFrame
        self.lastFrame = lastFrame
        self.counts = counts
        self.started = started
        self.finished = finished
    }
}
