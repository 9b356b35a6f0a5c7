/// What is wrong with the configuration of a receiver, and under which key.
public struct SinkConfigurationError: Error, Equatable, Sendable {
    /// The key.
    public var key: String
    /// What is wrong there.
    public var reason: Reason

    /// An error from its parts.
    public init(key: String, reason: Reason) {
        self.key = key
        self.reason = reason
    }

    /// What can be wrong.
    public enum Reason: Equatable, Sendable {
        /// Needed, and absent.
        case missing
        /// Not a name: lower-case letters, digits and hyphens, 64 at most.
        case badName
        /// A word that is none of those which the key takes.
        case unknownWord(String)
        /// A number outside its range.
        case outOfRange(ClosedRange<Int>)
        /// An address that is none, or has parts (user, password, fragment) that are not allowed in it.
        case badAddress(String)
        /// Not encrypted, and not to this machine itself.
        case notEncrypted
        /// Characters that would end a line, or a path with NUL.
        case badText
        /// Of use only together with another key.
        case needs(String)
        /// Of no use together with another key.
        case excludes(String)
    }

    static func check(_ number: Int, in range: ClosedRange<Int>, key: String) throws(SinkConfigurationError) {
        if !range.contains(number) { throw SinkConfigurationError(key: key, reason: .outOfRange(range)) }
    }

    static func check(path: String, key: String) throws(SinkConfigurationError) {
        if path.isEmpty { throw SinkConfigurationError(key: key, reason: .missing) }
        try check(text: path, key: key)
    }

    /// Text that may be empty, and may not hold what ends a line anywhere.
    static func check(text: String, key: String) throws(SinkConfigurationError) {
        if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f }) {
            throw SinkConfigurationError(key: key, reason: .badText)
        }
    }
}
