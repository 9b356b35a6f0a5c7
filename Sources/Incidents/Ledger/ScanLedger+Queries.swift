import GRDB
import NetTypes

extension ScanLedger {
    /// The entries of a run, in the order in which files were finished, at most `limit`.
    public func entries(ofRun run: Int64, limit: Int = .max) throws(LedgerError) -> [LedgerEntry] {
        try entries("entry.run = ?", [run], limit)
    }

    /// The entries of the latest runs, in the order in which files were finished: of nights, where there is one run a night.
    public func entries(ofLastRuns runs: Int, limit: Int = .max) throws(LedgerError) -> [LedgerEntry] {
        try entries(
            "entry.run IN (SELECT number FROM run ORDER BY number DESC LIMIT ?)", [max(runs, 0)], limit)
    }

    /// The sizes of all files that are known, in bytes: one of another size has other bytes.
    public func sizes() throws(LedgerError) -> Set<UInt64> {
        try read { database in
            Set(
                try Int64.fetchAll(database, sql: "SELECT DISTINCT size FROM entry").map {
                    UInt64(clamping: $0)
                })
        }
    }

    private func entries(
        _ condition: String, _ arguments: StatementArguments, _ limit: Int
    ) throws(LedgerError) -> [LedgerEntry] {
        try read { database in
            try Row.fetchAll(
                database, sql: LedgerEntryRow.select + " WHERE \(condition) ORDER BY entry.number LIMIT ?",
                arguments: arguments + [max(limit, 0)]
            ).map(LedgerEntryRow.entry)
        }
    }
}
