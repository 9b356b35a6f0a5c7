import GRDB
import NetTypes

/// A run as a row of the ledger.
enum LedgerRunRow {
    /// What every question for runs begins with.
    static let select = """
        SELECT run.*, basis.rule_set, basis.engine, basis.options
        FROM run JOIN basis ON basis.number = run.basis
        """

    /// The run in a row of `select`, with what its entries add up to.
    static func run(_ row: Row, _ database: Database) throws -> LedgerRun {
        let number: Int64 = row["number"]
        return LedgerRun(
            number: number, started: Timestamp(nanoseconds: row["started"]),
            finished: LedgerEntryRow.time(row["finished"]), asked: LedgerPath.split(row["asked"]),
            basis: LedgerEntryRow.basis(row), host: row["host"], exitCode: row["exit_code"],
            resumptions: UInt64(clamping: row["resumptions"] as Int64),
            totals: try totals(of: number, row, database))
    }

    private static func totals(of run: Int64, _ row: Row, _ database: Database) throws -> LedgerTotals {
        var totals = try totals(of: run, kind: nil, database)
        totals.known = UInt64(clamping: row["known"] as Int64)
        totals.left = UInt64(clamping: row["left_over"] as Int64)
        return totals
    }

    /// What the entries of a run add up to, those of one kind or all; what was left out is not among them.
    static func totals(
        of run: Int64, kind: LedgerEntry.Kind?, _ database: Database
    ) throws -> LedgerTotals {
        let sums = LedgerCounts.columns.map { "sum(\($0.name)) AS \($0.name)" }.joined(separator: ", ")
        let all = try Row.fetchOne(
            database,
            sql: """
                SELECT count(*) FILTER (WHERE verdict = 'done') AS files_done,
                    count(*) FILTER (WHERE verdict = 'partial') AS files_partial,
                    count(*) FILTER (WHERE verdict = 'failed') AS files_failed, \(sums)
                FROM entry WHERE run = ?1 AND (?2 IS NULL OR kind = ?2)
                """, arguments: [run, kind?.rawValue])
        var totals = LedgerTotals()
        guard let all else { return totals }
        totals.done = UInt64(clamping: all["files_done"] as Int64)
        totals.partial = UInt64(clamping: all["files_partial"] as Int64)
        totals.failed = UInt64(clamping: all["files_failed"] as Int64)
        totals.counts = LedgerEntryRow.counts(all)
        return totals
    }
}
