import NetTypes

/// What can be wrong with the ledger.
public enum LedgerError: Error, Equatable, Sendable {
    /// The file cannot be opened, made or read; the reason is the system's.
    case cannotOpen(path: String, reason: String)
    /// The file was written by a later version of this program.
    case newerVersion(path: String)
    /// The file is a database, but of something else.
    case noLedger(path: String)
    /// Another process holds the database, and went on holding it.
    case locked
    /// The disk is full, or a quota is.
    case full
    /// The file is no database, or a damaged one.
    case damaged(reason: String)
    /// Anything else that the system says.
    case failed(reason: String)
    /// Another run is at work; whose and since when, as far as it has said so.
    case held(byPID: Int32?, since: Timestamp?)
    /// Something was to be written by someone who does not hold the ledger.
    case notHeld
    /// There is no run of that number that is not finished.
    case noOpenRun(Int64)
    /// There is no run of that number.
    case noSuchRun(Int64)
    /// There is no run at all yet.
    case noRuns
    /// More was asked of a run than is kept, in bytes.
    case tooManyPaths(limit: Int)
    /// An event log is not the file that was committed to, or has lost committed lines.
    case logChanged(path: LedgerPath)

    /// What an error means.
    init(_ error: any Error, path: String) {
        if let error = error as? LedgerError {
            self = error
            return
        }
        switch StoreError(error, path: path) {
        case .cannotOpen(let path, let reason): self = .cannotOpen(path: path, reason: reason)
        case .newerVersion(let path): self = .newerVersion(path: path)
        case .locked: self = .locked
        case .full: self = .full
        case .damaged(let reason): self = .damaged(reason: reason)
        case .failed(let reason): self = .failed(reason: reason)
        case let other: self = .failed(reason: "\(other)")
        }
    }
}
