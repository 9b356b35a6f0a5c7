import Foundation
import GRDB
import NetTypes

/// The store of incidents: one SQLite file, which several processes may have open at once.
///
/// Every call is one transaction that is on disk when it returns (write-ahead log, `synchronous = FULL`): whatever was
/// acknowledged survives a crash at any instant, and what was not is as if it had never begun. Calls may come from any
/// thread; they wait for the database, up to `patience`, so none belongs between two frames.
public final class IncidentStore: Sendable {
    /// What belongs together.
    public let configuration: CorrelationConfiguration
    /// True for a store of drills, whose incidents are none.
    public let isDrill: Bool
    /// The path as it was given.
    public let path: String

    let database: DatabasePool
    let mostOutgoing: Int

    /// Opens a store, and makes it when there is none and `creates` is true. The file is for its owner and group only.
    ///
    /// `isDrill` says which kind it has to be; nil takes the kind that it is, and makes a real one. An older version is
    /// brought up to date; a newer one is refused. `patience` is how long a call waits for another
    /// process that writes, in seconds. `mostOutgoing` is how many events wait for sinks at the most.
    public init(
        path: String, configuration: CorrelationConfiguration = CorrelationConfiguration(),
        isDrill: Bool? = false, creates: Bool = true, patience: Double = 5,
        mostOutgoing: Int = 100_000
    ) throws(StoreError) {
        self.path = path
        self.configuration = configuration
        self.mostOutgoing = max(mostOutgoing, 1)
        if !FileManager.default.fileExists(atPath: path) {
            let mode: [FileAttributeKey: Any] = [.posixPermissions: 0o640]
            guard creates, FileManager.default.createFile(atPath: path, contents: nil, attributes: mode)
            else { throw .cannotOpen(path: path, reason: creates ? "" : "No such file or directory") }
        }
        do {
            var options = Configuration()
            options.busyMode = .timeout(patience)
            options.prepareDatabase { database in
                try database.execute(sql: "PRAGMA foreign_keys = ON")
            }
            database = try DatabasePool(path: path, configuration: options)
            // The pool sets NORMAL when it opens, after it has prepared the connection: a power cut could take a commit back.
            try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            self.isDrill = try Self.prepare(database, path, isDrill: isDrill)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    private static func prepare(_ database: DatabasePool, _ path: String, isDrill: Bool?) throws -> Bool {
        let migrator = IncidentSchema.migrator
        if try database.read({ try migrator.hasBeenSuperseded($0) }) {
            throw StoreError.newerVersion(path: path)
        }
        try migrator.migrate(database)
        let kind = try database.write { database in
            try database.execute(
                sql: "INSERT OR IGNORE INTO about (name, value) VALUES ('kind', ?)",
                arguments: [isDrill == true ? "drill" : "real"])
            return try String.fetchOne(database, sql: "SELECT value FROM about WHERE name = 'kind'")
        }
        let found = kind == "drill"
        if let isDrill, isDrill != found { throw StoreError.wrongKind(isDrill: found) }
        return found
    }

    /// Closes the file. Calls after it fail.
    public func close() throws(StoreError) {
        try attempt { try database.close() }
    }

    /// What `record` did.
    public struct Recording: Equatable, Sendable {
        /// What became of incidents, in the order of the first change of each.
        public var changes: [IncidentChange] = []
        /// Detections that are new.
        public var recorded = 0
        /// Detections that the store had already.
        public var repeats = 0
    }

    /// Puts detections into their incidents, all or none. `now` is the time by the clock, which new incidents are detected at.
    /// `line` makes the event of a change, for sinks. A detection that the store has already changes nothing.
    public func record(
        _ reports: [ReportedDetection], now: Timestamp, line: (IncidentChange) -> String
    ) throws(StoreError) -> Recording {
        try attempt {
            try database.write { database in
                var batch = IncidentBatch(database, configuration, now: now)
                for report in reports { try batch.record(report) }
                try batch.write()
                let changes = batch.told
                try OutgoingRow.append(
                    batch.recorded.map(\.report), changes, line, most: mostOutgoing, database)
                return Recording(changes: changes, recorded: batch.recorded.count, repeats: batch.repeats)
            }
        }
    }

    /// Runs what may throw anything, and throws what it means.
    func attempt<Value>(_ body: () throws -> Value) throws(StoreError) -> Value {
        do {
            return try body()
        } catch {
            throw StoreError(error, path: path)
        }
    }
}
