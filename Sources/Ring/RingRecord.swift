public import NetTypes

/// What one record of a ring says; a frame's bytes travel beside it.
public enum RingRecord: Equatable, Sendable {
    /// A frame with its captured bytes.
    case frame(FrameHeader)
    /// Capture time has come this far, though no frame came through this ring. It carries no bytes.
    case time(Timestamp)
}
