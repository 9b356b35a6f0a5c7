/// What a capture says about one frame; its bytes travel beside it.
public struct FrameHeader: Equatable, Sendable {
    /// Position of the frame in its source, from 1.
    public var number: UInt64
    /// When it was captured.
    public var timestamp: Timestamp
    /// Bytes it had on the wire; more than were captured when the capture's snaplen cut it.
    public var wireLength: Int
    /// What its first byte belongs to.
    public var linkType: LinkType
    /// Which of the interfaces of a live run it came from, from 0; 0 for a savefile.
    public var interface: UInt16

    /// A frame's header from its parts.
    @inlinable
    public init(
        number: UInt64, timestamp: Timestamp, wireLength: Int, linkType: LinkType, interface: UInt16 = 0
    ) {
        self.number = number
        self.timestamp = timestamp
        self.wireLength = wireLength
        self.linkType = linkType
        self.interface = interface
    }
}
