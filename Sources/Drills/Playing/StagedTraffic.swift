import NetTypes

/// The traffic of a drill as one savefile: what is played, sent and proven with.
public struct StagedTraffic: Equatable, Sendable {
    /// The savefile.
    public var path: String
    /// Hexadecimal SHA-256 of it.
    public var sha256: String
    /// Its frames, numbered from 1 in the order in which they play.
    public var frames: UInt64
    /// The capture time at which the drill begins.
    public var start: Timestamp
    /// From there to the last frame.
    public var length: Duration
    /// Frames that are older than one before them in their capture. They play with the frame before them.
    public var regressions: UInt64
    /// Captures that could not be read to their end, with the reason: what is missing is no part of the drill.
    public var damaged: [String: String]
}
