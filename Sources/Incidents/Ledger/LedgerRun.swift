import NetTypes

/// One run of a scan.
public struct LedgerRun: Hashable, Sendable {
    /// Its number: later runs have greater ones, whatever the clock said.
    public var number: Int64
    /// When it began, by the clock: for people only.
    public var started: Timestamp
    /// When it ended; nil when it was cut off, or still goes on.
    public var finished: Timestamp?
    /// The files and folders it was asked for, as they were given.
    public var asked: [LedgerPath]
    /// What it scanned with.
    public var basis: LedgerBasis
    /// The machine it ran on.
    public var host: String
    /// How it ended; nil when it was cut off, or still goes on.
    public var exitCode: Int32?
    /// How often it was taken up again.
    public var resumptions: UInt64
    /// What it came to so far.
    public var totals: LedgerTotals

    /// A run from its parts.
    public init(
        number: Int64, started: Timestamp, finished: Timestamp? = nil, asked: [LedgerPath],
        basis: LedgerBasis, host: String, exitCode: Int32? = nil, resumptions: UInt64 = 0,
        totals: LedgerTotals = LedgerTotals()
    ) {
        self.number = number
        self.started = started
        self.finished = finished
        self.asked = asked
        self.basis = basis
        self.host = host
        self.exitCode = exitCode
        self.resumptions = resumptions
        self.totals = totals
    }
}
