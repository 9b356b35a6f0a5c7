extension LedgerHelp {
    var english: String {
        switch self {
        case .ledger:
            "Leave out what this ledger (SQLite, made when missing) knows as scanned with the same rules and options, and enter the rest."
        case .resume: "Go on with the run that was cut off; fails when there is none."
        case .settle: "Leave files that changed within this time for the next run."
        case .back:
            "Run rules and indicators that are new over the files of the last N nights, too; a night is a run that scanned something."
        }
    }
}
