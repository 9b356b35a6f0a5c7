/// What an IP fragment says about its place in the datagram (RFC 791 section 3.2, RFC 8200 section 4.5).
public struct Fragment: Equatable, Sendable {
    /// The identification: 16 bits in IPv4, 32 in IPv6.
    public var identification: UInt32
    /// Offset of the piece in the datagram's payload, in bytes (a multiple of 8, below 65,536).
    public var offset: Int
    /// True when more pieces follow this one.
    public var moreFollow: Bool

    /// A place from its parts.
    public init(identification: UInt32, offset: Int, moreFollow: Bool) {
        self.identification = identification
        self.offset = offset
        self.moreFollow = moreFollow
    }
}
