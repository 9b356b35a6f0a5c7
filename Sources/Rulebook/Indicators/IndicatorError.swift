/// Why lists of indicators cannot be used at all.
public enum IndicatorError: Error, Equatable, Sendable {
    /// There is no such file or folder.
    case missing(path: String)
    /// It is there and cannot be read; the reason is the system's, or a clause in English.
    case unreadable(path: String, reason: String)
    /// A file is longer than is read.
    case tooLarge(path: String, limit: Int)
    /// A file that should be JSON is none, or is none that lists indicators; the reason is a clause in English.
    case damaged(path: String, reason: String)
    /// The folders hold no list.
    case noList(paths: [String])
    /// Nothing in the lists is an indicator; each problem has a place and a reason.
    case nothing(paths: [String])
}
