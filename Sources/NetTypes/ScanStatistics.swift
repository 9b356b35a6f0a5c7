/// Where the bytes offered to the scanner went: `offered = scanned + timedOut + failed + shed + pending`.
///
/// Overlap that is scanned twice so that no match is cut is in `rescanned`, outside the law.
public struct ScanStatistics: Equatable, Sendable {
    /// Stream and datagram bytes offered for scanning.
    public var offered: UInt64 = 0
    /// Bytes of them that a scan which finished has covered.
    public var scanned: UInt64 = 0
    /// Bytes of them in scans that ran out of time.
    public var timedOut: UInt64 = 0
    /// Bytes of them in scans that failed.
    public var failed: UInt64 = 0
    /// Bytes of them left out because the worker had fallen behind: the middle of objects.
    public var shed: UInt64 = 0
    /// Bytes that wait to be scanned, now.
    public var pending: UInt64 = 0
    /// Bytes scanned a second time as overlap of two windows.
    public var rescanned: UInt64 = 0
    /// Calls of the engine.
    public var scans: UInt64 = 0
    /// Units scanned: streams, single datagrams, single segments.
    public var units: UInt64 = 0
    /// Units that were scanned in more than one window, so that a condition over the whole may have been missed.
    public var windowed: UInt64 = 0
    /// Detections reported.
    public var detections: UInt64 = 0
    /// Hits of a rule that its flow direction had reported before.
    public var repeats: UInt64 = 0
    /// The most bytes of memory that were reserved for scanning at one time.
    public var peakBytes: UInt64 = 0

    /// All zero.
    public init() {}
}
