/// What comes out of the frames of one direction, in order.
enum HTTP2Event {
    /// Bytes of a body; the range is in the chunk at hand.
    case data(stream: UInt32, Range<Int>)
    /// A DATA frame ended that has END_STREAM.
    case endOfStream(UInt32)
    /// Bytes of a body that never came.
    case lost(stream: UInt32, UInt64)
    /// A whole header block; nil when bytes of it were lost or it is too long, and the HPACK state with it.
    case headers(stream: UInt32, block: [UInt8]?, endsStream: Bool)
    /// A whole header block of the request that a server promises to answer.
    case promise(UInt32, block: [UInt8]?)
    /// One parameter of SETTINGS.
    case setting(UInt16, UInt32)
    /// A SETTINGS frame ended.
    case settings(isAcknowledgement: Bool)
    /// RST_STREAM.
    case reset(UInt32)
    /// A rule was broken.
    case malformed
    /// A header block is too long.
    case limit
    /// A rule was broken, so that the HPACK context is not known any more; or it never was, as the connection did not
    /// begin where the bytes do.
    case contextLost
}
