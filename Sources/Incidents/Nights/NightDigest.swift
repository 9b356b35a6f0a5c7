import NetTypes

/// What a run came to, for whoever reads it in the morning: nothing but what the ledger says, so that the same ledger gives
/// the same digest. Every list in it is bounded, and counts what it does not name.
public struct NightDigest: Hashable, Sendable {
    /// The run.
    public var run: LedgerRun
    /// A later run that is not finished: it was cut off, or is at work. Nil without one.
    public var openRun: Int64?
    /// What files came to over which all rules ran, and how many were left out.
    public var scanned: LedgerTotals
    /// What older files came to over which the rules ran that are new.
    public var hunted: LedgerTotals
    /// From the earliest to the latest frame of what was scanned, in capture time; nil without frames.
    public var captured: ClosedRange<Timestamp>?
    /// Files that failed, then those of which a part is missing.
    public var faults: NightList<LedgerEntry>
    /// Files that folders seem to lack: the sum is how many.
    public var holes: NightList<LedgerTally>
    /// New incidents by unit, the gravest first: the sum is how many.
    public var incidents: NightList<NightIncidents>
    /// New incidents of severity 1, 2, 3 and 4.
    public var severities: [UInt64]
    /// Addresses with most bytes.
    public var talkers: NightList<LedgerTally>
    /// Rules with most hits: the sum is how many hits.
    public var ruleHits: NightList<LedgerTally>
    /// Rules for which most bytes were looked at.
    public var ruleCosts: NightList<LedgerTally>
    /// Rules with hits that had none in the nights before; empty where there is no night before.
    public var newRules: NightList<LedgerTally>
    /// This night as it compares with others.
    public var summary: NightSummary
    /// Nights before it, the latest first.
    public var nights: [NightSummary]

    /// True where the run came to its end.
    public var isFinished: Bool { run.finished != nil }

    /// How much it asks of whoever reads it: that of the gravest new incident, else 3 where the run did not end well or
    /// something was not scanned, else 4.
    public var severity: Int {
        if let gravest = severities.firstIndex(where: { $0 > 0 }) { return gravest + 1 }
        let isWell = run.exitCode == 0 || run.exitCode == 1
        return isWell && faults.isEmpty && holes.isEmpty && openRun == nil ? 4 : 3
    }

    /// How it compares with the nights before.
    public var changes: [NightChange] {
        NightMeasure.allCases.map { NightChange($0, summary, before: nights) }
    }
}
