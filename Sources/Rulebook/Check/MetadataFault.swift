import NetTypes

/// Something in a rule's metadata that is not as it should be. It keeps no rule from being used.
public enum MetadataFault: Equatable, Sendable {
    /// A key that our own rules have is not there, or is empty.
    case missing(key: String)
    /// A key says something that is not of its form.
    case malformed(key: String, value: String)
    /// Two rules have one `id`; the other one's name with its namespace.
    case repeated(id: String, other: String)
    /// The last day on which it should be used is over.
    case expired(RuleDate)

    /// Its kind in one word, for machines.
    public var word: String {
        switch self {
        case .missing: "missing"
        case .malformed: "malformed"
        case .repeated: "repeated"
        case .expired: "expired"
        }
    }

    /// The key it is about.
    public var key: String {
        switch self {
        case .missing(let key), .malformed(let key, _): key
        case .repeated: "id"
        case .expired: "expires"
        }
    }
}
