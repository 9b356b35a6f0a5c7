import Incidents

/// What is said of the ledger of scans.
enum LedgerText: Text {
    /// It cannot be used.
    case error(LedgerError)
    /// Options that need each other, or what is not there.
    case resumeNeedsLedger, nothingToResume
    /// A run that was cut off is gone on with, and so much was taken off the event log.
    case resumed(bytesCut: UInt64)
    /// Files that were left out as known, and those that still change.
    case account(known: UInt64, left: UInt64)
}
