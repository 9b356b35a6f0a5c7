/// What became of frames that were to be recorded: `offered = written + lost`, once the recorder has caught up.
public struct RecordingStatistics: Equatable, Sendable {
    /// Frames that were to be written.
    public var offered: UInt64 = 0
    /// Frames written.
    public var written: UInt64 = 0
    /// Bytes of them.
    public var bytes: UInt64 = 0
    /// Frames that were not written: the disk was full or slow.
    public var lost: UInt64 = 0
    /// Files begun.
    public var files: UInt64 = 0
    /// Files removed to stay under the limit.
    public var removed: UInt64 = 0
    /// Why nothing is written now, in the system's words; nil while all is well.
    public var failure: String?

    /// All zero.
    public init() {}
}
