import NetTypes

/// Where a packet came from: its frame, or the frames of its fragments.
struct Origin {
    /// The frame, for a datagram the last of them.
    let header: FrameHeader
    /// The first of the frames.
    let firstFrame: UInt64
    /// Bytes of all of them on the wire.
    let wireBytes: Int

    init(_ header: FrameHeader, bytes: Int) {
        self.header = header
        firstFrame = header.number
        wireBytes = max(header.wireLength, bytes)
    }

    init(_ header: FrameHeader, firstFrame: UInt64, wireBytes: Int) {
        self.header = header
        self.firstFrame = firstFrame
        self.wireBytes = wireBytes
    }
}
