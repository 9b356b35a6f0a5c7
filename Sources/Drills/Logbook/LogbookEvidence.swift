/// What shows that an action was done: words, or a file that lies elsewhere and is known again by its SHA-256.
public enum LogbookEvidence: Equatable, Sendable {
    /// Words.
    case text(String)
    /// A file: its name without a folder, its bytes, and its SHA-256 in hexadecimal.
    case file(name: String, size: UInt64, sha256: String)
}
