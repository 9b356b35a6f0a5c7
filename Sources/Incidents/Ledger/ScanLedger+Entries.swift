import Foundation
import GRDB
import NetTypes

extension ScanLedger {
    /// How many files are asked for in one statement.
    static let filesAtOnce = 500

    /// Enters what became of files in an open run, all or none, with how far the event log is committed then.
    ///
    /// `files` are names under which these bytes, or others that are in the ledger, are found from now on; one whose content
    /// is nil is left out. A file that changed while it was read must not be among them. Files whose flows were joined belong
    /// into one call. Tallies are added to what the run has of them. Throws `noOpenRun` where the run is finished or unknown.
    public func record(
        _ entries: [LedgerEntry], files: [LedgerFile] = [], tallies: [LedgerTally] = [],
        log: LedgerLog? = nil,
        run: Int64
    ) throws(LedgerError) {
        try write { database in
            try Self.requireOpen(run, database)
            for var entry in entries {
                entry.run = run
                let content = try entry.content.map { try Self.number(ofContent: $0, database) }
                let basis = try Self.number(of: entry.basis, database)
                try LedgerEntryRow.put(entry, basis: basis, content: content, database)
            }
            for file in files { try Self.put(file, run: run, database) }
            try Self.add(tallies, run: run, database)
            if let log { try Self.put(log, run: run, database) }
        }
    }

    /// How files stand, in their order: by their identity alone, without reading any of them. A few statements for thousands.
    public func standings(
        of files: [LedgerFile], basis: LedgerBasis
    ) throws(LedgerError) -> [LedgerStanding] {
        try read { database in
            let number = try Self.knownNumber(of: basis, database)
            var known: [LedgerPath: (LedgerIdentity, LedgerStanding)] = [:]
            for start in stride(from: 0, to: files.count, by: Self.filesAtOnce) {
                let some = files[start..<min(start + Self.filesAtOnce, files.count)]
                let marks = Array(repeating: "?", count: some.count).joined(separator: ", ")
                let rows = try Row.fetchCursor(
                    try database.cachedStatement(sql: Self.standing + " WHERE file.path IN (\(marks))"),
                    arguments: [number, basis.engine, Data(basis.options)]
                        + StatementArguments(some.map(\.path.data)))
                while let row = try rows.next() {
                    known[LedgerPath(row["path"] as Data)] = (Self.identity(row), try Self.standing(row))
                }
            }
            return files.map { file in
                guard let (identity, standing) = known[file.path], identity == file.identity else {
                    return .unknown
                }
                return standing
            }
        }
    }

    /// How bytes stand whose SHA-256 is known, under whatever name they were scanned.
    public func standing(ofContent content: [UInt8], basis: LedgerBasis) throws(LedgerError) -> LedgerStanding
    {
        try read { database in
            let row = try Row.fetchOne(
                database,
                sql:
                    "SELECT content.sha256, \(Self.verdict) FROM content \(Self.joins) WHERE content.sha256 = ?",
                arguments: [
                    try Self.knownNumber(of: basis, database), basis.engine, Data(basis.options),
                    Data(content),
                ])
            return try row.map { try Self.standing($0) } ?? .due(content: content, last: nil)
        }
    }

    private static let verdict = """
        entry.verdict, entry.cause, entry.reason, older.verdict AS older_verdict, older.cause AS older_cause,
        older.reason AS older_reason, older.run AS older_run, older_basis.rule_set AS older_rule_set
        """
    /// Of several entries for the same bytes on the same basis: a settled one before another, then the latest.
    private static let best = """
        SELECT number FROM entry WHERE entry.content = content.number AND entry.basis = ?
        ORDER BY \(LedgerEntryRow.isSettled) DESC, number DESC LIMIT 1
        """
    /// The latest that is settled on a basis of which only the rules differ.
    private static let latest = """
        SELECT entry.number FROM entry JOIN basis ON basis.number = entry.basis
        WHERE entry.content = content.number AND basis.engine = ? AND basis.options = ?
        AND \(LedgerEntryRow.isSettled) ORDER BY entry.number DESC LIMIT 1
        """
    private static let joins = """
        LEFT JOIN entry ON entry.number = (\(best)) LEFT JOIN entry AS older ON older.number = (\(latest))
        LEFT JOIN basis AS older_basis ON older_basis.number = older.basis
        """
    private static let standing = """
        SELECT file.*, content.sha256, \(verdict) FROM file JOIN content ON content.number = file.content \(joins)
        """

    private static func standing(_ row: Row) throws -> LedgerStanding {
        let content = Array(row["sha256"] as Data)
        let last = try row["verdict"] as String? == nil ? nil : LedgerEntryRow.verdict(row)
        if let last, last.isSettled { return .settled(content: content, last) }
        guard let run = row["older_run"] as Int64? else { return .due(content: content, last: last) }
        return .older(
            content: content, try LedgerEntryRow.verdict(row, "older_"),
            ruleSet: Array(row["older_rule_set"] as Data), run: run)
    }

    private static func identity(_ row: Row) -> LedgerIdentity {
        LedgerIdentity(
            device: UInt64(bitPattern: row["device"]), inode: UInt64(bitPattern: row["inode"]),
            size: UInt64(clamping: row["size"] as Int64), modified: row["modified"], changed: row["changed"])
    }

    /// The number of a basis; one that no row has where it is new.
    private static func knownNumber(of basis: LedgerBasis, _ database: Database) throws -> Int64 {
        try Int64.fetchOne(
            database, sql: "SELECT number FROM basis WHERE rule_set = ? AND engine = ? AND options = ?",
            arguments: [Data(basis.ruleSet), basis.engine, Data(basis.options)]) ?? -1
    }

    private static func number(ofContent content: [UInt8], _ database: Database) throws -> Int64 {
        let known = try database.cachedStatement(sql: "SELECT number FROM content WHERE sha256 = ?")
        if let number = try Int64.fetchOne(known, arguments: [Data(content)]) { return number }
        try database.execute(sql: "INSERT INTO content (sha256) VALUES (?)", arguments: [Data(content)])
        return database.lastInsertedRowID
    }

    private static func put(_ file: LedgerFile, run: Int64, _ database: Database) throws {
        guard let content = file.content else { return }
        let identity = file.identity
        try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO file (path, device, inode, size, modified, changed, content, seen)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            file.path.data, Int64(bitPattern: identity.device), Int64(bitPattern: identity.inode),
            Int64(clamping: identity.size), identity.modified, identity.changed,
            try number(ofContent: content, database), run,
        ])
    }
}
