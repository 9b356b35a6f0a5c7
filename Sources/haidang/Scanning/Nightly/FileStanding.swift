import Incidents

/// What a scan has to do with a file, by what the ledger knows of it.
enum FileStanding {
    /// It is scanned, and entered under this identity; `isNew` where it never was before.
    case due(LedgerFile, isNew: Bool)
    /// It is scanned and not entered: it has no content that could be known again, as a pipe.
    case unnamed
    /// It was scanned with these rules.
    case known
    /// It was scanned with other rules, in an earlier run.
    case older(LedgerFile, LedgerVerdict, ruleSet: [UInt8], run: Int64)
    /// It still changes.
    case growing
}
