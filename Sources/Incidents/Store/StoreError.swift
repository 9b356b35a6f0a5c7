import Foundation
import GRDB
import NetTypes

/// What can be wrong with the store of incidents, or with what somebody wants of it.
public enum StoreError: Error, Equatable, Sendable {
    /// The file cannot be opened, made or read; the reason is the database's.
    case cannotOpen(path: String, reason: String)
    /// The file was written by a later version of this program.
    case newerVersion(path: String)
    /// Another process holds the file, and went on holding it.
    case locked
    /// The disk is full, or a quota is.
    case full
    /// The file is no database, or a damaged one.
    case damaged(reason: String)
    /// Anything else that the database says.
    case failed(reason: String)
    /// There is no incident of that name.
    case unknownIncident(IncidentID)
    /// Nobody may take an incident from here to there.
    case notAllowed(from: IncidentStatus, to: IncidentStatus)
    /// An incident that was merged into another: what is to be done must be done there.
    case merged(into: IncidentID)
    /// An incident cannot be merged into itself.
    case intoItself
    /// The store is one of drills and the command is about real incidents, or the other way round.
    case wrongKind(isDrill: Bool)

    /// True for what may be over in a moment.
    public var isTransient: Bool { self == .locked || self == .full }

    /// What an error of the database means.
    init(_ error: any Error, path: String = "") {
        if let error = error as? StoreError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self = .failed(reason: "\(error)")
            return
        }
        let reason = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked
        case .SQLITE_FULL: self = .full
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(reason: reason)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY:
            self = .cannotOpen(path: path, reason: reason)
        default: self = .failed(reason: reason)
        }
    }
}
