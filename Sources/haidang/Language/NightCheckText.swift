import NetTypes

/// What the doctor says of a night: what is looked at, and what is seen. Places are already safe to show.
enum NightCheckText: Text {
    /// What is looked at.
    case account, ledger, holder, lastRun, savefiles, clock, timer, place(NightPlace.Kind)
    /// What is seen of the user who looks, and of the ledger.
    case rootReadsAll, noLedger, notMade, ledgerSize(UInt64, runs: Int, kept: Int)
    /// What is seen of the last run.
    case noRun, cutOff(since: Timestamp, files: UInt64), atWork(since: Timestamp)
    case finished(at: Timestamp, code: Int32), longAgo
    /// What is seen of savefiles and places.
    case nothingAsked, savefileCount(Int), unreadable(Int, first: String), needed(UInt64)
    /// What is seen of the clock and of the timer.
    case clockBehind(now: Timestamp, latest: Timestamp), clockKept, clockNotKept, clockUnknown, noSystemd
}
