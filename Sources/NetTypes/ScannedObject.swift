/// The unit of bytes that a rule was matched against.
public struct ScannedObject: Equatable, Sendable {
    /// What it is.
    public var kind: Kind
    /// Its bytes, as many as were scanned.
    public var size: UInt64
    /// SHA-256 of those bytes; nil when they were scanned in several windows.
    public var sha256: [UInt8]?
    /// False when bytes are missing (a gap, a snaplen) or conditions saw only a window.
    public var complete: Bool

    /// An object from its parts.
    public init(kind: Kind, size: UInt64, sha256: [UInt8]?, complete: Bool) {
        self.kind = kind
        self.size = size
        self.sha256 = sha256
        self.complete = complete
    }

    /// What was scanned, in the words of the event log.
    public enum Kind: String, Sendable {
        /// One direction of a TCP flow.
        case stream
        /// The payload of one TCP segment that has no place in its stream, or differs from what has.
        case segment
        /// The payload of one datagram (UDP, ICMP, SCTP or another protocol over IP).
        case datagram
    }
}
