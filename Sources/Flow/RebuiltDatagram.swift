import NetTypes

/// An IP datagram put together from its fragments.
public struct RebuiltDatagram: Sendable {
    /// The whole datagram: an IP header made for it, and the payload. Owned.
    public let bytes: [UInt8]
    /// Bytes of all its frames on the wire.
    public let wireBytes: Int
    /// Number of the first frame that carried a piece of it.
    public let firstFrame: UInt64
}
