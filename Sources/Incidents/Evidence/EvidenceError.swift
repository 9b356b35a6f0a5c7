/// Why a case folder, or something in it, could not be made or used.
public enum EvidenceError: Error, Equatable, Sendable {
    /// Something bears the name of the case already; it is never replaced.
    case exists(path: String)
    /// A file or folder cannot be written; the reason is the system's.
    case cannotWrite(path: String, reason: String)
    /// A file or folder cannot be read; the reason is the system's, or a clause in English.
    case unreadable(path: String, reason: String)
    /// The folder holds no manifest and no custody log: it is no case folder.
    case notACase(path: String)
    /// What was to be exported is more than this many bytes.
    case tooLarge(limit: UInt64)
    /// A key file holds no key, or the other half of a pair.
    case noKey(path: String)
    /// A sealed object does not open: another key sealed it, or it was changed.
    case notOpened
    /// The folder holds no object of this SHA-256.
    case noSuchObject(sha256: String)
    /// The custody log does not hang together from this line on, so nothing is added to it.
    case brokenLog(path: String, line: Int)
    /// Somebody asked to stop.
    case interrupted
    /// A library failed where it should not; its name and words.
    case engine(String)
}
