import NetTypes
import Scan

/// What kind of bytes a rule is about, and how that is known.
///
/// The engine leaves a unit out only where the metadata says so. What a condition tells is for people: a rule that
/// asks for a file's beginning can hit a stream, too, when the file is the first thing in it.
public struct RuleSubject: Equatable, Sendable {
    /// Streams and datagrams, objects, or both.
    public enum Kind: String, Sendable {
        case stream, object, both
    }

    /// How the kind is known.
    public enum Origin: Equatable, Sendable {
        /// The metadata `scope` says so.
        case metadata
        /// These things in the condition speak of a file.
        case condition([FileSign])
        /// Nothing speaks for one or the other.
        case neither
    }

    /// The kind.
    public let kind: Kind
    /// How it is known.
    public let origin: Origin

    /// The subject of a rule; without an outline only its metadata counts.
    public init(_ identity: RuleIdentity, _ outline: RuleOutline?) {
        if let kind = identity.text("scope").flatMap(Kind.init) {
            (self.kind, origin) = (kind, .metadata)
        } else if let signs = outline?.fileSigns, !signs.isEmpty {
            (kind, origin) = (.object, .condition(signs))
        } else {
            (kind, origin) = (.both, .neither)
        }
    }
}
