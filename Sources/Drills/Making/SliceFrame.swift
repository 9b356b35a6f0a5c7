import NetTypes

/// A frame that was taken out of a capture, with its bytes.
struct SliceFrame {
    /// What the capture said of it; numbered from 1 in the slice.
    var header: FrameHeader
    /// Its bytes.
    var bytes: [UInt8]
}
