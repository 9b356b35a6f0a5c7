import Incidents

/// What is said of case folders.
enum EvidenceText: Text {
    /// A folder or something in it cannot be used.
    case error(EvidenceError)
    /// There is no key to seal objects with.
    case noKeySet
    /// Nothing was entered into the log of a case that is broken.
    case notEntered
    /// What an export has written, what it has not, and the hash that is worth keeping.
    case exported(path: String, files: Int), missing(EvidenceGap), keepThis(String)
    /// How a look at a folder ended.
    case intact(files: Int, lines: Int), broken(Int), compareWith(String), fault(EvidenceFault)
    /// An object was written out.
    case opened(path: String, bytes: UInt64)
    /// Where a new pair of keys is.
    case keysWritten(secretKey: String, publicKey: String)
    /// A word of the manifest, and one of the custody log.
    case purpose(String), action(String)
}
