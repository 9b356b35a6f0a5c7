/// Where one string of a rule matched, with a few bytes as evidence.
public struct StringMatch: Equatable, Codable, Sendable {
    /// The string's identifier, with its dollar sign.
    public var identifier: String
    /// Offset of the match in the scanned unit (for a stream: the stream offset).
    public var offset: UInt64
    /// Length of the whole match in bytes.
    public var length: Int
    /// The first bytes of the match, as many as the configuration keeps. Owned.
    public var bytes: [UInt8]
    /// The bytes that stood before the match in what was scanned, as many as the configuration keeps. Owned.
    public var before: [UInt8] = []
    /// The bytes that stood behind it, likewise.
    public var after: [UInt8] = []
    /// SHA-256 of the whole match, where that is kept in place of its bytes.
    public var sha256: [UInt8]?
    /// True when the payload policy of a unit keeps the bytes back.
    public var isWithheld = false

    /// A match from its parts.
    public init(identifier: String, offset: UInt64, length: Int, bytes: [UInt8]) {
        self.identifier = identifier
        self.offset = offset
        self.length = length
        self.bytes = bytes
    }
}
