import NetTypes

/// What is compared of one night with others. What was hunted is not in it: it says something of old files.
public struct NightSummary: Hashable, Sendable {
    /// The run.
    public var run: Int64
    /// When it began, by the clock: for people only.
    public var started: Timestamp
    /// How it ended; nil when it was cut off, or still goes on.
    public var exitCode: Int32?
    /// Files that were scanned, whole or not, and those that failed.
    public var files: UInt64
    /// Those among them that failed or of which a part is missing.
    public var faults: UInt64
    /// Captured bytes.
    public var bytes: UInt64
    /// Detections.
    public var detections: UInt64
    /// Incidents that began.
    public var incidents: UInt64

    /// The summary of a run from what its scanned files come to.
    init(_ run: LedgerRun, scanned: LedgerTotals, incidents: UInt64) {
        self.run = run.number
        started = run.started
        exitCode = run.exitCode
        files = scanned.done + scanned.partial + scanned.failed
        faults = scanned.partial + scanned.failed
        bytes = scanned.counts.bytes
        detections = scanned.counts.detections
        self.incidents = incidents
    }
}
