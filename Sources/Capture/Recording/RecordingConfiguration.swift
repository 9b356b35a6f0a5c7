/// How a recording is divided into files, how large it may become, and what it does when it cannot go on.
public struct RecordingConfiguration: Equatable, Sendable {
    /// Whether what is written is compressed.
    public enum Compression: String, CaseIterable, Equatable, Sendable {
        /// As it is.
        case none
        /// RFC 1952 at level 1, one member a block.
        case gzip
    }

    /// Bytes of a file at which the next one is begun, 4 KiB to 1 TiB; by default 256 MiB.
    public var fileSize: UInt64 = 256 << 20 {
        didSet { fileSize = min(max(fileSize, 4 << 10), 1 << 40) }
    }

    /// Seconds of capture time after which the next file is begun, 1 to 86,400; by default five minutes.
    public var fileTime = 300 {
        didSet { fileTime = min(max(fileTime, 1), 86_400) }
    }

    /// Bytes that all recorded files of the folder and their indexes may have together, from 16 KiB; nil for no
    /// limit. By default 16 GiB. The oldest files are removed first. A file is at most a quarter of it, whatever
    /// `fileSize` says, so that removing one never removes everything.
    public var limit: UInt64? = 16 << 30 {
        didSet { limit = limit.map { max($0, 16 << 10) } }
    }

    /// Whether files are compressed; by default they are not.
    public var compression = Compression.none

    /// Bytes of pcapng after which a block of a file ends, 1 KiB to 16 MiB; by default 256 KiB. A block is what is
    /// written at once, what a gzip member holds, and what an index points to.
    public var blockSize = 256 << 10 {
        didSet { blockSize = min(max(blockSize, 1 << 10), 16 << 20) }
    }

    /// Seconds of capture time between two attempts to record again after a failure, 1 to 3,600; by default 10.
    public var retryInterval = 10 {
        didSet { retryInterval = min(max(retryInterval, 1), 3600) }
    }

    /// What the files say they were written by.
    public var application = "haidang"

    /// The documented defaults.
    public init() {}

    /// Bytes at which a file ends, under both limits.
    var largestFile: UInt64 { min(fileSize, limit.map { $0 / 4 } ?? .max) }
}
