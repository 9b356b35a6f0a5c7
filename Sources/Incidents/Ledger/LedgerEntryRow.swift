import Foundation
import GRDB
import NetTypes

/// An entry as a row of the ledger.
enum LedgerEntryRow {
    /// What every question for entries begins with.
    static let select = """
        SELECT entry.*, content.sha256, basis.rule_set, basis.engine, basis.options FROM entry
        JOIN basis ON basis.number = entry.basis LEFT JOIN content ON content.number = entry.content
        """

    /// True for rows whose verdict is settled, as `LedgerVerdict.isSettled` has it.
    static let isSettled =
        "(entry.verdict = 'done' OR entry.verdict = 'partial' AND entry.cause IN ('damaged', 'limited'))"

    /// Writes an entry. What the same run said before of the same bytes, or of a file of that name that had not been
    /// settled, gives way.
    static func put(_ entry: LedgerEntry, basis: Int64, content: Int64?, _ database: Database) throws {
        let counters = LedgerCounts.columns
        try database.cachedStatement(
            sql: """
                DELETE FROM entry WHERE run = ?1 AND basis = ?2
                AND (content = ?3 OR path = ?4 AND NOT \(isSettled))
                """
        ).execute(arguments: [entry.run, basis, content, entry.path.data])
        let marks = Array(repeating: "?", count: 13 + counters.count).joined(separator: ", ")
        try database.cachedStatement(
            sql: """
                INSERT INTO entry (run, basis, content, path, size, kind, verdict, cause, reason, first_at, last_at,
                    started, finished, \(counters.map(\.name).joined(separator: ", "))) VALUES (\(marks))
                """
        ).execute(
            arguments: [
                entry.run, basis, content, entry.path.data, Int64(clamping: entry.size), entry.kind.rawValue,
                entry.verdict.word,
                entry.verdict.cause?.rawValue,
                entry.verdict.reason.shortened(to: LedgerVerdict.longestReason),
                entry.firstFrame?.nanoseconds, entry.lastFrame?.nanoseconds, entry.started.nanoseconds,
                entry.finished.nanoseconds,
            ] + StatementArguments(counters.map { Int64(clamping: entry.counts[keyPath: $0.counter]) }))
    }

    /// The entry in a row of `select`; throws where the row is not what this program writes.
    static func entry(_ row: Row) throws -> LedgerEntry {
        LedgerEntry(
            run: row["run"], path: LedgerPath(row["path"] as Data), content: bytes(row["sha256"]),
            size: UInt64(clamping: row["size"] as Int64), kind: try kind(row), basis: basis(row),
            verdict: try verdict(row),
            firstFrame: time(row["first_at"]), lastFrame: time(row["last_at"]), counts: counts(row),
            started: Timestamp(nanoseconds: row["started"]),
            finished: Timestamp(nanoseconds: row["finished"]))
    }

    private static func kind(_ row: Row) throws -> LedgerEntry.Kind {
        guard let kind = LedgerEntry.Kind(rawValue: row["kind"]) else {
            throw LedgerError.damaged(reason: "kind \(row["kind"] as String)")
        }
        return kind
    }

    /// The verdict in a row with its three columns, whose names may have something before them.
    static func verdict(_ row: Row, _ prefix: String = "") throws -> LedgerVerdict {
        let word: String = row[prefix + "verdict"]
        let verdict = LedgerVerdict(word: word, cause: row[prefix + "cause"], reason: row[prefix + "reason"])
        guard let verdict else { throw LedgerError.damaged(reason: "verdict \(word)") }
        return verdict
    }

    /// The counters in a row with their columns, or with the sums of them.
    static func counts(_ row: Row) -> LedgerCounts {
        var counts = LedgerCounts()
        for (name, counter) in LedgerCounts.columns {
            counts[keyPath: counter] = UInt64(clamping: row[name] as Int64? ?? 0)
        }
        return counts
    }

    /// The basis in a row with its three columns.
    static func basis(_ row: Row) -> LedgerBasis {
        LedgerBasis(
            ruleSet: bytes(row["rule_set"]) ?? [], engine: row["engine"], options: bytes(row["options"]) ?? []
        )
    }

    /// The bytes in a column, where there are some.
    static func bytes(_ data: Data?) -> [UInt8]? {
        data.map { Array($0) }
    }

    /// A moment, where there is one.
    static func time(_ nanoseconds: Int64?) -> Timestamp? {
        nanoseconds.map { Timestamp(nanoseconds: $0) }
    }
}
