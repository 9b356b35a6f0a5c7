import Synchronization

/// How fast files are read: bytes on the disk in a second of one job, over all that was read so far.
final class ReadingRate: Sendable {
    /// How long has to be read until a rate means something.
    private static let least = Duration.milliseconds(500)

    private let sums = Mutex((bytes: UInt64(0), time: Duration.zero))

    /// Nothing was read.
    init() {}

    /// Adds a file.
    func add(bytes: UInt64, _ time: Duration) {
        sums.withLock {
            $0.bytes += bytes
            $0.time += time
        }
    }

    /// Bytes in a second of one job; nil as long as too little was read to say.
    var bytesPerSecond: Double? {
        let (bytes, time) = sums.withLock { $0 }
        return time >= Self.least && bytes > 0 ? Double(bytes) / (time / .seconds(1)) : nil
    }
}
