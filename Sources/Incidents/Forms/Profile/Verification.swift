/// How well a statement about the law is known. The law changes, and what was not read in the original is not certain.
public enum Verification: String, CaseIterable, Sendable {
    /// The text itself was read, in a stored copy.
    case primary
    /// A text about it was read.
    case secondary
    /// It is from memory.
    case memory

    /// True when the text itself was read.
    public var isVerified: Bool { self == .primary }
}
