import Foundation
import GRDB
import NetTypes

extension ScanLedger {
    /// Begins a run, and gives its number. `log` is where the event log stands now, so that a crash before the first file
    /// is done cuts back to there. Throws `notHeld` for whoever does not hold the ledger.
    public func begin(
        asked: [LedgerPath], basis: LedgerBasis, host: String, log: LedgerLog? = nil, now: Timestamp
    ) throws(LedgerError) -> Int64 {
        let joined = LedgerPath.joined(asked)
        guard joined.count <= Self.mostAsked else { throw .tooManyPaths(limit: Self.mostAsked) }
        return try write { database in
            try database.execute(
                sql: "INSERT INTO run (started, asked, basis, host) VALUES (?, ?, ?, ?)",
                arguments: [now.nanoseconds, joined, try Self.number(of: basis, database), host])
            let run = database.lastInsertedRowID
            if let log { try Self.put(log, run: run, database) }
            return run
        }
    }

    /// The latest run that was not finished; since the ledger is held nobody goes on with it. Nil when there is none. Throws
    /// `notHeld` for whoever does not hold the ledger: to him it may be at work.
    public func unfinishedRun() throws(LedgerError) -> LedgerRun? {
        try write { database in
            try Row.fetchOne(
                database,
                sql: LedgerRunRow.select + " WHERE finished IS NULL ORDER BY run.number DESC LIMIT 1"
            ).map { try LedgerRunRow.run($0, database) }
        }
    }

    /// Takes up a run that was cut off: it goes on under its number. What it works with may have changed since; every entry
    /// says its own basis. Throws `noOpenRun` where there is none.
    public func resume(_ run: Int64, basis: LedgerBasis) throws(LedgerError) {
        try write { database in
            try Self.requireOpen(run, database)
            try database.execute(
                sql: "UPDATE run SET resumptions = resumptions + 1, basis = ? WHERE number = ?",
                arguments: [try Self.number(of: basis, database), run])
        }
    }

    /// Finishes a run. `known` are the files that it left out as known, `left` those that it left for another time. Throws
    /// `noOpenRun` where there is none.
    public func finish(
        _ run: Int64, exitCode: Int32, known: UInt64, left: UInt64, now: Timestamp
    ) throws(LedgerError) {
        try write { database in
            try Self.requireOpen(run, database)
            try database.execute(
                sql: "UPDATE run SET finished = ?, exit_code = ?, known = ?, left_over = ? WHERE number = ?",
                arguments: [
                    now.nanoseconds, exitCode, Int64(clamping: known), Int64(clamping: left), run,
                ])
            try Self.trim(run, database)
        }
    }

    /// The latest runs, finished or not, the latest first, at most `limit`.
    public func runs(limit: Int) throws(LedgerError) -> [LedgerRun] {
        try read { database in
            try Row.fetchAll(
                database, sql: LedgerRunRow.select + " ORDER BY run.number DESC LIMIT ?",
                arguments: [max(limit, 0)]
            ).map { try LedgerRunRow.run($0, database) }
        }
    }

    /// How many runs there are.
    public var runCount: Int {
        get throws(LedgerError) {
            try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM run") ?? 0 }
        }
    }

    /// The latest run, finished or not; nil before the first.
    public var lastRun: LedgerRun? {
        get throws(LedgerError) { try runs(limit: 1).first }
    }

    /// How far an event log was committed by a run; nil where that run committed nothing to the file that the path leads
    /// to by now: then there is nothing to cut.
    public func committedOffset(of path: LedgerPath, run: Int64) throws(LedgerError) -> LedgerLog? {
        guard let identity = LedgerIdentity(at: path) else { return nil }
        return try read { database in
            try Int64.fetchOne(
                database, sql: "SELECT offset FROM log WHERE device = ? AND inode = ? AND run = ?",
                arguments: [
                    Int64(bitPattern: identity.device), Int64(bitPattern: identity.inode), run,
                ]
            ).map {
                LedgerLog(
                    path: path, device: identity.device, inode: identity.inode, offset: UInt64(clamping: $0))
            }
        }
    }

    /// The number of a basis, which is written where it is new.
    static func number(of basis: LedgerBasis, _ database: Database) throws -> Int64 {
        let arguments: StatementArguments = [Data(basis.ruleSet), basis.engine, Data(basis.options)]
        let sql = "SELECT number FROM basis WHERE rule_set = ? AND engine = ? AND options = ?"
        if let number = try Int64.fetchOne(database, sql: sql, arguments: arguments) { return number }
        try database.execute(
            sql: "INSERT INTO basis (rule_set, engine, options) VALUES (?, ?, ?)", arguments: arguments)
        return database.lastInsertedRowID
    }

    /// Writes how far a log is committed.
    static func put(_ log: LedgerLog, run: Int64, _ database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO log (device, inode, path, offset, run) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (device, inode) DO UPDATE
                SET path = excluded.path, offset = excluded.offset, run = excluded.run
                """,
            arguments: [
                Int64(bitPattern: log.device), Int64(bitPattern: log.inode), log.path.data,
                Int64(clamping: log.offset), run,
            ])
    }

    /// Throws where there is no run of that number, or it is finished.
    static func requireOpen(_ run: Int64, _ database: Database) throws {
        let sql = "SELECT 1 FROM run WHERE number = ? AND finished IS NULL"
        guard try Int.fetchOne(database, sql: sql, arguments: [run]) != nil else {
            throw LedgerError.noOpenRun(run)
        }
    }
}
