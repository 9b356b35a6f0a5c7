/// What was taken out of traffic. For objects, `objects = open + scanned + timedOut + failed + skipped`.
public struct ApplicationStatistics: Equatable, Sendable {
    /// Flows whose protocol was told.
    public var recognised: UInt64 = 0
    /// Transactions reported.
    public var transactions: UInt64 = 0
    /// Objects that began.
    public var objects: UInt64 = 0
    /// Objects that are open, now.
    public var open: UInt64 = 0
    /// Objects that a scan which finished has covered, as far as they were kept.
    public var scanned: UInt64 = 0
    /// Objects whose scan ran out of time.
    public var timedOut: UInt64 = 0
    /// Objects whose scan failed.
    public var failed: UInt64 = 0
    /// Objects that there was nothing to scan of, or no rule to scan with.
    public var skipped: UInt64 = 0
    /// Objects that have ended and are not complete.
    public var incomplete: UInt64 = 0
    /// Bytes of objects as they came.
    public var bytes: UInt64 = 0
    /// Bytes of them beyond what is kept of one object, or of all together: not scanned.
    public var truncated: UInt64 = 0
    /// Bytes of them left out because the worker had fallen behind: not scanned.
    public var shed: UInt64 = 0
    /// Bytes of streams and datagrams that are encrypted: neither kept nor scanned.
    public var encrypted: UInt64 = 0
    /// The most bytes of memory that were reserved for open objects at one time.
    public var peakBytes: UInt64 = 0

    /// All zero.
    public init() {}
}
