import NetTypes

/// Something about the files of a folder that a person should know.
enum UnitNotice: Equatable, Codable, Sendable {
    /// The numbers in the names say that so many files are missing between two.
    case missing(count: UInt64, after: String, before: String)
    /// For so long, in nanoseconds, there are no frames between two: a file may be missing.
    case pause(nanoseconds: Int64, after: String, before: String)
    /// A file begins so long before the one before it ends: they are not one capture, and were scanned apart.
    case overlap(nanoseconds: Int64, after: String, before: String)

    /// What it is about.
    enum Kind: Hashable, Sendable {
        case missing
        case pause
        case overlap
    }

    /// What it is about.
    var kind: Kind {
        switch self {
        case .missing: .missing
        case .pause: .pause
        case .overlap: .overlap
        }
    }
}
