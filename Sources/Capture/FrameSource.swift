import NetTypes

/// A source of frames in the order they were captured.
public protocol FrameSource: ~Copyable {
    /// Lends the next frame to `body`; false when there is none left.
    ///
    /// The bytes belong to the source and are valid only inside `body`. Throws when the source itself fails (an
    /// interface goes down, a read error); a damaged savefile does not throw, it ends.
    mutating func withNextFrame(_ body: (FrameHeader, Span<UInt8>) -> Void) throws(CaptureError) -> Bool
}
