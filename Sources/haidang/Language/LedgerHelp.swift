/// What the help pages say of the ledger of scans.
enum LedgerHelp: Text {
    /// Options.
    case ledger, resume, settle, back
}
