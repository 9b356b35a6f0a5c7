import Foundation
import GRDB

extension ScanLedger {
    /// The runs that a scan keeps: more than a year of nights.
    public static let keptRuns = 400

    /// Says that a run has met files. What is known under these names stays known as long as that run is kept, although there
    /// was nothing to enter. Names that are not known are passed over.
    public func see(_ paths: [LedgerPath], run: Int64) throws(LedgerError) {
        if paths.isEmpty { return }
        try write { database in
            for start in stride(from: 0, to: paths.count, by: Self.filesAtOnce) {
                let some = paths[start..<min(start + Self.filesAtOnce, paths.count)]
                let marks = Array(repeating: "?", count: some.count).joined(separator: ", ")
                try database.cachedStatement(sql: "UPDATE file SET seen = ? WHERE path IN (\(marks))")
                    .execute(arguments: [run] + StatementArguments(some.map(\.data)))
            }
        }
    }

    /// Forgets all but the latest `runs` runs: the runs, their entries, files that none of the others has seen, and rules that
    /// nothing which is left was scanned with. What is still there was seen, so it stays known. Gives how many entries went.
    @discardableResult
    public func forget(keepingRuns runs: Int) throws(LedgerError) -> Int {
        try write { database in
            let oldest = try Int64.fetchOne(
                database, sql: "SELECT number FROM run ORDER BY number DESC LIMIT 1 OFFSET ?",
                arguments: [max(runs, 1) - 1])
            guard let oldest else { return 0 }
            try database.execute(sql: "DELETE FROM file WHERE seen < ?", arguments: [oldest])
            try database.execute(
                sql: """
                    DELETE FROM entry WHERE run < ?
                    AND (content IS NULL OR content NOT IN (SELECT content FROM file))
                    """, arguments: [oldest])
            let gone = database.changesCount
            try database.execute(
                sql: """
                    DELETE FROM content WHERE number NOT IN (SELECT content FROM file)
                    AND number NOT IN (SELECT content FROM entry WHERE content IS NOT NULL)
                    """)
            try database.execute(sql: "DELETE FROM log WHERE run < ?", arguments: [oldest])
            try database.execute(sql: "DELETE FROM tally WHERE run < ?", arguments: [oldest])
            try database.execute(
                sql: "DELETE FROM run WHERE number < ? AND number NOT IN (SELECT run FROM entry)",
                arguments: [oldest])
            try database.execute(
                sql: """
                    DELETE FROM basis WHERE number NOT IN (SELECT basis FROM run)
                    AND number NOT IN (SELECT basis FROM entry);
                    DELETE FROM rules WHERE rule_set NOT IN (SELECT rule_set FROM basis)
                    """)
            return gone
        }
    }
}
