import NetTypes

/// What was in a file, and how much of it was scanned: the terms of the morning's coverage.
public struct LedgerCounts: Hashable, Codable, Sendable {
    /// Frames that were read.
    public var frames: UInt64 = 0
    /// Captured bytes of them.
    public var bytes: UInt64 = 0
    /// Bytes they had on the wire beyond what was captured: never seen.
    public var bytesSnapped: UInt64 = 0
    /// Frames that the sensor reported as lost while it captured: never seen.
    public var framesLost: UInt64 = 0
    /// Frames that are no traffic this program can read.
    public var undecoded: UInt64 = 0
    /// Flows.
    public var flows: UInt64 = 0
    /// Objects that were taken out of the traffic.
    public var objects: UInt64 = 0
    /// Objects that a scan has covered, as far as they were kept.
    public var objectsScanned: UInt64 = 0
    /// Objects whose scan ran out of time.
    public var objectsTimedOut: UInt64 = 0
    /// Objects whose scan failed.
    public var objectsFailed: UInt64 = 0
    /// Objects that there was nothing to scan of.
    public var objectsSkipped: UInt64 = 0
    /// Bytes of objects.
    public var objectBytes: UInt64 = 0
    /// Bytes of objects beyond a limit: not scanned.
    public var truncated: UInt64 = 0
    /// Bytes of streams and datagrams that were offered for scanning.
    public var offered: UInt64 = 0
    /// Bytes of them that were scanned.
    public var scanned: UInt64 = 0
    /// Bytes of them in scans that ran out of time.
    public var timedOut: UInt64 = 0
    /// Bytes of them in scans that failed.
    public var failed: UInt64 = 0
    /// Bytes of streams and datagrams that are ciphertext: not scanned.
    public var ciphertext: UInt64 = 0
    /// Detections.
    public var detections: UInt64 = 0

    /// All zero.
    public init() {}

    /// What an inspector has counted over a file; what it shed counts as truncated.
    public init(_ statistics: SensorStatistics, framesLost: UInt64 = 0) {
        (frames, bytes) = (statistics.capture.frames, statistics.capture.bytes)
        bytesSnapped = statistics.capture.bytesSnapped
        self.framesLost = framesLost
        undecoded = statistics.decoder.undecoded
        flows = statistics.flow.created
        objects = statistics.application.objects
        objectsScanned = statistics.application.scanned
        objectsTimedOut = statistics.application.timedOut
        objectsFailed = statistics.application.failed
        objectsSkipped = statistics.application.skipped
        objectBytes = statistics.application.bytes
        truncated = statistics.application.truncated + statistics.application.shed
        (offered, scanned) = (statistics.scan.offered, statistics.scan.scanned)
        (timedOut, failed) = (statistics.scan.timedOut, statistics.scan.failed)
        ciphertext = statistics.application.encrypted
        detections = statistics.detections
    }

    /// Adds those of another file.
    public mutating func add(_ other: LedgerCounts) {
        for (_, counter) in Self.columns { self[keyPath: counter] += other[keyPath: counter] }
    }

    /// Every counter.
    public var all: [UInt64] { Self.columns.map { self[keyPath: $0.counter] } }

    /// What was counted since an earlier moment of the same count.
    public func since(_ earlier: LedgerCounts) -> LedgerCounts {
        var difference = self
        for (_, counter) in Self.columns {
            difference[keyPath: counter] -= min(earlier[keyPath: counter], self[keyPath: counter])
        }
        return difference
    }

    /// Every counter with its column in the file; a test compares the list with what is declared.
    static var columns: [(name: String, counter: WritableKeyPath<LedgerCounts, UInt64>)] {
        [
            ("frames", \.frames), ("bytes", \.bytes), ("bytes_snapped", \.bytesSnapped),
            ("frames_lost", \.framesLost), ("undecoded", \.undecoded), ("flows", \.flows),
            ("objects", \.objects), ("objects_scanned", \.objectsScanned),
            ("objects_timed_out", \.objectsTimedOut), ("objects_failed", \.objectsFailed),
            ("objects_skipped", \.objectsSkipped), ("object_bytes", \.objectBytes),
            ("truncated", \.truncated), ("offered", \.offered), ("scanned", \.scanned),
            ("timed_out", \.timedOut), ("failed", \.failed), ("ciphertext", \.ciphertext),
            ("detections", \.detections),
        ]
    }
}
