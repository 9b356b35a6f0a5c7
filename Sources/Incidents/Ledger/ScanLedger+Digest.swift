import GRDB
import NetTypes

extension ScanLedger {
    /// A run by its number; nil where there is none.
    public func run(_ number: Int64) throws(LedgerError) -> LedgerRun? {
        try oneRun("WHERE run.number = ?", [number])
    }

    /// The latest run that came to its end; nil before the first.
    public var lastFinishedRun: LedgerRun? {
        get throws(LedgerError) {
            try oneRun("WHERE run.finished IS NOT NULL ORDER BY run.number DESC LIMIT 1", [])
        }
    }

    /// The number of the latest run behind another that is not finished: it was cut off, or is at work. Nil without one.
    public func openRun(after run: Int64) throws(LedgerError) -> Int64? {
        try read { database in
            try Int64.fetchOne(
                database, sql: "SELECT max(number) FROM run WHERE number > ? AND finished IS NULL",
                arguments: [run])
        }
    }

    /// What the entries of one kind in a run come to. What the run left out is not among them.
    public func totals(ofRun run: Int64, _ kind: LedgerEntry.Kind) throws(LedgerError) -> LedgerTotals {
        try read { try LedgerRunRow.totals(of: run, kind: kind, $0) }
    }

    /// From the earliest to the latest frame of what a run has scanned, in capture time; nil where it saw none.
    public func captured(inRun run: Int64) throws(LedgerError) -> ClosedRange<Timestamp>? {
        try read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT min(first_at) AS first_at, max(last_at) AS last_at FROM entry
                    WHERE run = ? AND kind = 'scan'
                    """, arguments: [run])
            guard let row, let first = LedgerEntryRow.time(row["first_at"]),
                let last = LedgerEntryRow.time(row["last_at"]), first <= last
            else { return nil }
            return first...last
        }
    }

    /// The files of a run that failed and those of which a part is missing, in this order and in each by when they were
    /// finished, at most `limit`.
    public func faults(ofRun run: Int64, limit: Int) throws(LedgerError) -> [LedgerEntry] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: LedgerEntryRow.select + """
                     WHERE entry.run = ? AND entry.verdict <> 'done'
                    ORDER BY entry.verdict = 'partial', entry.number LIMIT ?
                    """, arguments: [run, max(limit, 0)]
            ).map(LedgerEntryRow.entry)
        }
    }

    /// How many names of a kind a run has counted, and what their values come to.
    public func sum(
        ofRun run: Int64, _ kind: LedgerTally.Kind
    ) throws(LedgerError) -> (names: UInt64, value: UInt64) {
        try read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT count(*) AS names, coalesce(sum(value), 0) AS value FROM tally WHERE run = ? AND kind = ?
                    """, arguments: [run, kind.rawValue])
            guard let row else { return (0, 0) }
            return (UInt64(clamping: row["names"] as Int64), UInt64(clamping: row["value"] as Int64))
        }
    }

    /// What a run counted under names that no run from `oldest` up to it has for that kind, the greatest first.
    public func firstTallies(
        ofRun run: Int64, _ kind: LedgerTally.Kind, since oldest: Int64
    ) throws(LedgerError) -> [LedgerTally] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT name, value FROM tally WHERE run = ?1 AND kind = ?2 AND name NOT IN
                    (SELECT name FROM tally WHERE run >= ?3 AND run < ?1 AND kind = ?2)
                    ORDER BY value DESC, name LIMIT ?4
                    """, arguments: [run, kind.rawValue, oldest, Self.mostTallies]
            ).map { LedgerTally(kind, $0["name"], UInt64(clamping: $0["value"] as Int64)) }
        }
    }

    private func oneRun(
        _ condition: String, _ arguments: StatementArguments
    ) throws(LedgerError) -> LedgerRun? {
        try read { database in
            try Row.fetchOne(database, sql: LedgerRunRow.select + " " + condition, arguments: arguments).map {
                try LedgerRunRow.run($0, database)
            }
        }
    }
}
