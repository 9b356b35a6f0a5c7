import Foundation
import GRDB
import NetTypes
import Synchronization

/// The ledger: one SQLite file that says which files scans have done, on what basis, and how that went.
///
/// Every call is one transaction that is on disk when it returns (write-ahead log, `synchronous = FULL`). Whoever writes
/// holds the ledger for as long as his run goes on; to read, nobody has to. Numbers give the order of runs and entries:
/// the clock is only ever shown.
public final class ScanLedger: Sendable {
    /// The path as it was given.
    public let path: String
    /// The most bytes of the paths that a run was asked for: more than the system lets a command line have.
    public static let mostAsked = 4 << 20

    let database: DatabasePool
    private let lock: String
    private let held = Mutex<LedgerHold?>(nil)

    /// Opens a ledger, and makes it when there is none and `creates` is true, for its owner and group only.
    ///
    /// An older version is brought up to date; a newer one is refused, and so is a database of anything else. `patience`
    /// is how long a call waits for another process that writes, in seconds.
    public init(path: String, creates: Bool = true, patience: Double = 5) throws(LedgerError) {
        self.path = path
        // The lock lies beside the file itself, whatever links lead to it: else two runs might hold one ledger.
        let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        lock = real + ".lock"
        if !FileManager.default.fileExists(atPath: path) {
            guard creates else { throw .cannotOpen(path: path, reason: "No such file or directory") }
            try LedgerSystem.create(LedgerPath(real))
        }
        do {
            var options = Configuration()
            options.busyMode = .timeout(patience)
            options.prepareDatabase { database in
                try database.execute(sql: "PRAGMA foreign_keys = ON")
            }
            database = try DatabasePool(path: path, configuration: options)
            // Not above: a pool lowers it to NORMAL afterwards, which a power cut may cost the last transactions.
            try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try Self.prepare(database, path)
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    private static func prepare(_ database: DatabasePool, _ path: String) throws {
        let migrator = LedgerSchema.migrator
        try database.read { database in
            let isOurs =
                try Int64.fetchOne(database, sql: "PRAGMA application_id") == LedgerSchema.applicationID
            // One that was cut off when it was made has the list of versions already, and nothing in it.
            let tables =
                try Int.fetchOne(
                    database,
                    sql: """
                        SELECT count(*) FROM sqlite_master
                        WHERE name NOT LIKE 'sqlite_%' AND name <> 'grdb_migrations'
                        """) ?? 0
            guard isOurs || tables == 0 else { throw LedgerError.noLedger(path: path) }
            if try migrator.hasBeenSuperseded(database) { throw LedgerError.newerVersion(path: path) }
        }
        try migrator.migrate(database)
    }

    /// Closes the file, and lets go of it. Calls after it fail.
    public func close() throws(LedgerError) {
        release()
        try attempt { try database.close() }
    }

    /// Holds the ledger until `release()`, or until the process ends in whatever way. Throws `held` while somebody else
    /// does. `now` is the time by the clock, for whoever is refused.
    public func hold(now: Timestamp) throws(LedgerError) {
        try held.withLock { held throws(LedgerError) in
            if held == nil { held = try LedgerHold(path: lock, since: now) }
        }
    }

    /// Throws `held` while another process holds the ledger; and `cannotOpen` where its lock may not be taken.
    public func requireUnheld() throws(LedgerError) {
        try LedgerHold.look(path: lock)
    }

    /// Lets go of the ledger.
    public func release() {
        held.withLock { $0 = nil }
    }

    /// Writes in one transaction, for whoever holds the ledger.
    func write<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        guard held.withLock({ $0 != nil }) else { throw .notHeld }
        return try attempt { try database.write(body) }
    }

    /// Reads in one transaction.
    func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        try attempt { try database.read(body) }
    }

    private func attempt<Value>(_ body: () throws -> Value) throws(LedgerError) -> Value {
        do {
            return try body()
        } catch {
            throw LedgerError(error, path: path)
        }
    }
}
