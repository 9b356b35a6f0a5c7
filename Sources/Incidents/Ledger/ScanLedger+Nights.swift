import Foundation
import GRDB

extension ScanLedger {
    /// The most names of a kind that are kept of a run once it is finished, those with the greatest values.
    public static let mostTallies = 1000

    /// What was counted in a run, the greatest first, at most `limit` of a kind.
    public func tallies(
        ofRun run: Int64, _ kind: LedgerTally.Kind, limit: Int = mostTallies
    ) throws(LedgerError) -> [LedgerTally] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT name, value FROM tally WHERE run = ? AND kind = ? ORDER BY value DESC, name LIMIT ?
                    """, arguments: [run, kind.rawValue, max(limit, 0)]
            ).map { LedgerTally(kind, $0["name"], UInt64(clamping: $0["value"] as Int64)) }
        }
    }

    /// The latest runs before one in which a file was scanned, at most `limit`, the latest first: the nights before it.
    public func nights(before run: Int64, limit: Int) throws(LedgerError) -> [LedgerRun] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: LedgerRunRow.select + """
                     WHERE run.number < ? AND run.number IN (SELECT run FROM entry WHERE kind = 'scan')
                    ORDER BY run.number DESC LIMIT ?
                    """, arguments: [run, max(limit, 0)]
            ).map { try LedgerRunRow.run($0, database) }
        }
    }

    /// Keeps which rules are in a set: their digests, each of `RuleSet.digestLength` bytes.
    public func enter(rules digests: [[UInt8]], of ruleSet: [UInt8]) throws(LedgerError) {
        try write { database in
            try database.execute(
                sql: "INSERT OR IGNORE INTO rules (rule_set, digests) VALUES (?, ?)",
                arguments: [
                    Data(ruleSet), Data(digests.sorted { $0.lexicographicallyPrecedes($1) }.joined()),
                ])
        }
    }

    /// The digests of the rules in a set, each of `length` bytes; nil where nobody has entered them.
    public func rules(of ruleSet: [UInt8], length: Int) throws(LedgerError) -> Set<[UInt8]>? {
        try read { database in
            let data = try Data.fetchOne(
                database, sql: "SELECT digests FROM rules WHERE rule_set = ?", arguments: [Data(ruleSet)])
            guard let data, length > 0, data.count % length == 0 else { return nil }
            let bytes = Array(data)
            return Set(stride(from: 0, to: bytes.count, by: length).map { Array(bytes[$0..<$0 + length]) })
        }
    }

    /// Adds up what is counted.
    static func add(_ tallies: [LedgerTally], run: Int64, _ database: Database) throws {
        guard !tallies.isEmpty else { return }
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO tally (run, kind, name, value) VALUES (?, ?, ?, ?)
                ON CONFLICT (run, kind, name) DO UPDATE SET value = value + excluded.value
                """)
        for tally in tallies {
            try statement.execute(
                arguments: [run, tally.kind.rawValue, tally.name, Int64(clamping: tally.value)])
        }
    }

    /// Lets go of all tallies of a run but the greatest of each kind.
    static func trim(_ run: Int64, _ database: Database) throws {
        for kind in LedgerTally.Kind.allCases {
            try database.execute(
                sql: """
                    DELETE FROM tally WHERE run = ?1 AND kind = ?2 AND name NOT IN
                    (SELECT name FROM tally WHERE run = ?1 AND kind = ?2 ORDER BY value DESC, name LIMIT ?3)
                    """, arguments: [run, kind.rawValue, mostTallies])
        }
    }
}
