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
    /// Whether all rules ran over it, or only those that are new.
    public var kind: Kind
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

    /// What was done with a file.
    public enum Kind: String, CaseIterable, Sendable {
        /// Every rule of the basis ran over it.
        case scan
        /// Those rules of the basis ran over it that an earlier entry had not: together they are all.
        case hunt
    }

    /// An entry from its parts.
    public init(
        run: Int64, path: LedgerPath, content: [UInt8]?, size: UInt64, kind: Kind = .scan, basis: LedgerBasis,
        verdict: LedgerVerdict, firstFrame: Timestamp? = nil, lastFrame: Timestamp? = nil,
        counts: LedgerCounts = LedgerCounts(), started: Timestamp, finished: Timestamp
    ) {
        self.run = run
        self.path = path
        self.content = content
        self.size = size
        self.kind = kind
        self.basis = basis
        self.verdict = verdict
        self.firstFrame = firstFrame
        self.lastFrame = lastFrame
        self.counts = counts
        self.started = started
        self.finished = finished
    }
}
